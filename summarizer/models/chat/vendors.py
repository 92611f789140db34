"""Where the vendors answer, and in which variable each user keeps the key.

Model names stay the user's: they change faster than any list. A vendor here only saves typing a
base URL; any other OpenAI-compatible server is reached with `openai:NAME` and a base URL.
"""

import ipaddress
import os
from dataclasses import dataclass
from urllib.parse import urlsplit

from summarizer.errors import ModelError

NO_KEY = "none"


@dataclass(frozen=True, slots=True)
class Vendor:
    """An OpenAI-compatible service. `base_url` None means that the user must give it."""

    base_url: str | None
    key: str | None


VENDORS = {
    "openai": Vendor("https://api.openai.com/v1", "OPENAI_API_KEY"),
    "azure": Vendor(None, "AZURE_OPENAI_API_KEY"),
    "dashscope": Vendor("https://dashscope.aliyuncs.com/compatible-mode/v1", "DASHSCOPE_API_KEY"),
    "deepseek": Vendor("https://api.deepseek.com/v1", "DEEPSEEK_API_KEY"),
    "zhipu": Vendor("https://open.bigmodel.cn/api/paas/v4", "ZHIPUAI_API_KEY"),
    "moonshot": Vendor("https://api.moonshot.cn/v1", "MOONSHOT_API_KEY"),
    "volcengine": Vendor("https://ark.cn-beijing.volces.com/api/v3", "ARK_API_KEY"),
    "hunyuan": Vendor("https://api.hunyuan.cloud.tencent.com/v1", "HUNYUAN_API_KEY"),
    "siliconflow": Vendor("https://api.siliconflow.cn/v1", "SILICONFLOW_API_KEY"),
    "ollama": Vendor("http://localhost:11434/v1", None),
    "vllm": Vendor("http://localhost:8000/v1", None),
    "llamacpp": Vendor("http://localhost:8080/v1", None),
}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A base URL, a model's name there, and the variable that holds the key (read when used)."""

    base_url: str
    model: str
    variable: str | None

    def __str__(self) -> str:
        return f"{_shown(self.base_url)} ({self.model})"

    @property
    def key(self) -> str:
        """The key from the environment; local servers get a placeholder."""
        return (self.variable and os.environ.get(self.variable)) or NO_KEY

    @property
    def host(self) -> str:
        """The host that would receive the text."""
        return urlsplit(self.base_url).hostname or ""


def find_endpoint(model: str, base_url: str | None) -> Endpoint:
    """Return where `VENDOR:NAME` is served; raises ModelError where that is not known."""
    vendor, _, name = model.partition(":")
    known = VENDORS[vendor]
    environment = os.environ.get("OPENAI_BASE_URL") if vendor == "openai" else None
    url = base_url or environment or known.base_url
    if url is None:
        raise ModelError("{model}: has no fixed address; pass --base-url", model=model)
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise ModelError("{url}: not a base URL; write http(s)://HOST[:PORT]/PATH", url=_shown(url))
    if "@" in urlsplit(url).netloc or urlsplit(url).query:
        raise ModelError(
            "{model}: no name, key or query belongs into the base URL; use {key}",
            model=model,
            key=known.key,
        )
    return Endpoint(url, name, known.key)


def demand_key(model: str, base_url: str | None) -> None:
    """Raise ModelError where a vendor's own service would be asked without a key.

    A server that the user names may need none.
    """
    vendor = VENDORS[model.partition(":")[0]]
    endpoint = find_endpoint(model, base_url)
    if endpoint.base_url == vendor.base_url and vendor.key and endpoint.key == NO_KEY:
        raise ModelError(
            "{endpoint}: needs a key, and {key} is not set; nothing was sent",
            endpoint=endpoint,
            key=vendor.key,
        )


def _shown(url: str) -> str:
    """Return a base URL as it may be shown: nothing that could be a name, a key or a password."""
    return url.partition("?")[0].rpartition("@")[2]


def check_host(endpoint: Endpoint, allow_hosts: tuple[str, ...], *, local_only: bool) -> None:
    """Refuse an endpoint that the user has not allowed to see the text."""
    host = endpoint.host
    if local_only and not _is_local(host):
        raise ModelError("{host}: is not this machine, and --local-only was asked for", host=host)
    if allow_hosts and host not in allow_hosts:
        raise ModelError(
            "{host}: not an allowed host; pass --allow-host {host} to allow it", host=host
        )


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
