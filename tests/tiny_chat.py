"""Tiny random chat models with a tokenizer and a chat template of their own, in folders of the hub's shape."""

import json
from pathlib import Path

from tiny_models import sentences

QWEN = (
    "{% for message in messages %}<|im_start|>{{ message.role }}{{ '\n' }}{{ message.content }}<|im_end|>{{ '\n' }}{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant{{ '\n' }}"
    "{% if enable_thinking is defined and enable_thinking is false %}<think>{{ '\n' }}{{ '\n' }}</think>{{ '\n' }}{{ '\n' }}{% endif %}{% endif %}"
)
GEMMA = (
    "{{ bos_token }}{% for message in messages %}"
    "{% if message.role == 'system' %}{{ raise_exception('no system message') }}{% endif %}"
    "<start_of_turn>{{ 'model' if message.role == 'assistant' else message.role }}{{ '\n' }}{{ message.content }}<end_of_turn>{{ '\n' }}"
    "{% endfor %}{% if add_generation_prompt %}<start_of_turn>model{{ '\n' }}{% endif %}"
)
_SIZE = {
    "hidden_size": 32,
    "intermediate_size": 64,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "head_dim": 8,
    "max_position_embeddings": 512,
}


def qwen3(folder: Path) -> Path:
    from transformers import Qwen3Config, Qwen3ForCausalLM

    special = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
    size = _tokenizer(folder, special, QWEN, pad_token="<|endoftext|>", eos_token="<|im_end|>")
    config = Qwen3Config(vocab_size=size, bos_token_id=None, eos_token_id=0, pad_token_id=0, **_SIZE)
    return _save(Qwen3ForCausalLM(config), folder)


def gemma3(folder: Path) -> Path:
    from transformers import Gemma3ForCausalLM, Gemma3TextConfig

    special = ["<pad>", "<eos>", "<bos>", "<start_of_turn>", "<end_of_turn>"]
    named = {"pad_token": "<pad>", "eos_token": "<eos>", "bos_token": "<bos>"}
    size = _tokenizer(folder, special, GEMMA, **named)
    config = Gemma3TextConfig(vocab_size=size, bos_token_id=2, eos_token_id=1, pad_token_id=0, **_SIZE)
    return _save(Gemma3ForCausalLM(config), folder)


def _tokenizer(folder, special, template, **named):
    from tokenizers import ByteLevelBPETokenizer

    trained = ByteLevelBPETokenizer()
    trained.train_from_iterator(sentences(400), vocab_size=400, special_tokens=special, show_progress=False)
    trained.save(str(folder / "tokenizer.json"))
    settings = {"tokenizer_class": "PreTrainedTokenizerFast", "chat_template": template, **named}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")
    return trained.get_vocab_size()


def _save(model, folder):
    import torch

    random_numbers = torch.Generator().manual_seed(5)
    with torch.no_grad():
        for weight in model.parameters():
            weight.copy_(torch.randn(weight.shape, generator=random_numbers) * 0.3 + (weight.dim() == 1))
    model.eval().save_pretrained(folder)
    return folder
