"""The network is transformers' own M2M100: what is trained here is loaded by `M2M100ForConditionalGeneration`."""

from pathlib import Path
from typing import Any

import torch

from training.batches import BOS, EOS, PAD
from training.config import Run

LONGEST = 256  # positions


def build(run: Run, vocabulary: int) -> Any:
    """A fresh network in float32.

    The embeddings' standard deviation is 0.02: with d^-0.5, tied and pre-norm, the network begins by copying its last
    input (loss 15 where 9.4 is chance). Output projections are scaled down by the square root of twice the depth.
    """
    from transformers import M2M100Config, M2M100ForConditionalGeneration

    config = M2M100Config(
        vocab_size=vocabulary,
        d_model=run.d_model,
        encoder_layers=run.encoder_layers,
        decoder_layers=run.decoder_layers,
        encoder_attention_heads=run.heads,
        decoder_attention_heads=run.heads,
        encoder_ffn_dim=4 * run.d_model,
        decoder_ffn_dim=4 * run.d_model,
        activation_function="relu",
        scale_embedding=True,
        pad_token_id=PAD,
        bos_token_id=BOS,
        eos_token_id=EOS,
        decoder_start_token_id=BOS,
        max_position_embeddings=LONGEST,
        dropout=run.dropout,
        attention_dropout=0.0,
        activation_dropout=0.0,
        encoder_layerdrop=0.0,
        decoder_layerdrop=0.0,
        init_std=0.02,
    )
    network = M2M100ForConditionalGeneration(config)
    for name, parameter in network.named_parameters():
        if parameter.ndim == 2 and "shared" not in name:
            torch.nn.init.xavier_uniform_(parameter)
            if name.endswith(("out_proj.weight", "fc2.weight")):
                parameter.data.mul_((2 * max(run.encoder_layers, run.decoder_layers)) ** -0.5)
    return network


def load(folder: Path) -> Any:
    """A network that was exported, in float32."""
    from transformers import M2M100ForConditionalGeneration

    return M2M100ForConditionalGeneration.from_pretrained(folder, dtype=torch.float32, local_files_only=True)


def hidden(network: Any, source: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """The decoder's last states where the target is not padding: (tokens, d_model)."""
    given = torch.cat([torch.full((len(target), 1), BOS, device=target.device), target[:, :-1]], 1)
    out = network.model(
        input_ids=source, attention_mask=(source != PAD).long(), decoder_input_ids=given, use_cache=False
    )
    states: torch.Tensor = out.last_hidden_state
    return states[target != PAD]
