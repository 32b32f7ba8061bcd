"""Server-sent events (WHATWG HTML 9.2.6), as far as OpenAI's interface uses them: what each event's data lines say."""

from collections.abc import AsyncIterator


async def events(lines: AsyncIterator[str]) -> AsyncIterator[str]:
    """The data of each event that a blank line ends; comments and other fields are passed over, as the rule wants."""
    data: list[str] = []
    async for line in lines:
        name, _, value = line.partition(":")
        if not line and data:
            yield "\n".join(data)
            data = []
        elif name == "data":
            data.append(value.removeprefix(" "))
    if data:  # llama.cpp's server and others leave the last blank line out
        yield "\n".join(data)
