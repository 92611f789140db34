"""A chat model that asks a scripted server and does not really wait."""

from typing import Any

from summarizer.models import ModelSpec
from summarizer.models.chat import ChatModel
from tests.servers.scripted import ScriptedServer, reply

NOWHERE = "http://127.0.0.1:9/v1"
GOOD = reply(
    "霁川高新区一季度完成工业总产值⟦1⟧42.6亿元。",
    ["工业总产值同比增长⟦2⟧8.3%。"],
    [
        ["1", "42.6亿元", "霁川高新区", "工业总产值", "", "值", "一季度", "实际"],
        ["4", "180亿元", "霁川高新区", "工业总产值", "", "值", "全年", "目标"],
    ],
)


def chat_model(
    server: ScriptedServer | None,
    waits: list[float] | None = None,
    **options: Any,  # noqa: ANN401
) -> ChatModel:
    """Return a model with these options of its spec; its waits are only written down."""
    spec = ModelSpec("openai:scripted", base_url=server.base_url if server else NOWHERE, **options)
    return ChatModel(spec, sleep=[].append if waits is None else waits.append)
