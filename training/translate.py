"""A bare CTranslate2 translator for training's own use: no guards, no typography, only the network."""

import os
from pathlib import Path
from typing import Any


class Translator:
    """A converted folder: model.bin and one SentencePiece model."""

    def __init__(self, folder: Path, compute: str = "default", longest: int = 200) -> None:
        import ctranslate2
        import sentencepiece

        threads = len(os.sched_getaffinity(0))
        self._model: Any = ctranslate2.Translator(
            str(folder), inter_threads=threads, intra_threads=1, compute_type=compute
        )
        self._longest = longest
        self.spm: Any = sentencepiece.SentencePieceProcessor(model_file=str(next(folder.glob("*.model"))))

    def translate(self, texts: list[str], target: str, beam: int = 1) -> list[str]:
        """Into `target` (`rus` or `eng`), in order."""
        prompts = [[f">>{target}<<", *self.spm.encode(text, out_type=str), "</s>"] for text in texts]
        results = self._model.translate_batch(
            prompts, beam_size=beam, max_batch_size=2048, batch_type="tokens", max_decoding_length=self._longest
        )
        return [self.spm.decode(result.hypotheses[0]) for result in results]
