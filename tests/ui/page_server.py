"""The page on a port of its own, for the browser: `python page_server.py PORT FOLDER`. An article called Endless never ends."""

import itertools
import sys
import time
from pathlib import Path

from summarizer import Job, Passage, Pipeline, Settings, Step
from ui.serve import application


class EndlessPipeline(Pipeline):
    """A pipeline over the shipped model; of an article called Endless it writes until it is stopped."""

    def stream(self, document, job):
        if "Endless" not in document.meta.title and "Endless" not in document.text[:40]:
            yield from super().stream(document, job)
            return
        try:
            for number in itertools.count(1):
                time.sleep(0.2)
                yield Step(stage="write", done=number, total=number + 1, passage=Passage(f"Step {number}.", (0,), 0))
        finally:
            Path("stopped").touch()  # in the server's folder: the test looks whether the job itself was ended


def main():
    import uvicorn

    port, folder = int(sys.argv[1]), Path(sys.argv[2])
    settings = Settings(models_dir=folder / "models", cache_dir=folder / "cache", data_dir=folder, threads=1)
    pipeline = EndlessPipeline(settings)
    sample = pipeline.read(_sample())
    for _ in pipeline.stream(sample, Job(task="digest", to="ru")):
        pass  # the model is loaded before the first test looks at a clock
    app = application(pipeline)
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="error")


def _sample():
    from summarizer import Source

    return Source.from_text("The council met on Monday. It voted for the new bridge over the river.")


if __name__ == "__main__":
    main()
