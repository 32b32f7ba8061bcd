"""The server: the REST API and the page in one application, behind the gate."""

import os
from pathlib import Path

from fastapi import FastAPI

from summarizer import Pipeline, Settings
from ui.handlers import settings_for


def application(pipeline: Pipeline, *, shared: bool = False) -> FastAPI:
    """The FastAPI application with the page at its root; nothing in it asks anything of another machine."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    import gradio as gr

    from ui.app import build, look

    app = FastAPI(title="Svodka")
    return gr.mount_gradio_app(app, build(pipeline, shared=shared), path="/", max_file_size="50mb", **look())


def serve(host: str, port: int, *, auth_file: Path | None = None) -> None:
    """Serve until interrupted."""
    import uvicorn

    shared = auth_file is not None or host not in {"127.0.0.1", "localhost", "::1"}
    pipeline = Pipeline.from_settings(settings_for(Settings.from_env(), shared=shared))
    uvicorn.run(application(pipeline, shared=shared), host=host, port=port, log_level="warning")
