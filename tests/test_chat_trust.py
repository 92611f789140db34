"""Where the text goes is the user's choice, and keys go nowhere."""

import logging
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from summarizer.errors import ModelError, SummarizerError
from summarizer.models import ModelSpec, open_model
from summarizer.models.chat import VENDORS, ChatModel
from summarizer.models.chat.vendors import find_endpoint
from tests.servers.articles import TEXT, request
from tests.servers.chat import GOOD, chat_model
from tests.servers.scripted import Answer, Body, ScriptedServer, changes, completion, refusal

KEY = "sk-a-key-that-nobody-may-see-1234567890"


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch) -> str:
    """Put a key where users keep theirs."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    return KEY


@pytest.mark.usefixtures("key")
def test_the_key_goes_to_the_endpoint_and_only_there():
    """It is in the header of the request, not in its body."""
    with ScriptedServer(GOOD) as server:
        chat_model(server).draft(request())
    assert server.headers[0]["authorization"] == f"Bearer {KEY}"
    assert KEY not in str(server.requests)


@pytest.mark.usefixtures("key")
@pytest.mark.parametrize(
    "leak",
    [
        refusal(401, f"Incorrect API key provided: {KEY}"),
        refusal(400, f"bad request by {KEY}"),
        refusal(429, f"{KEY} is too fast"),
        refusal(403, f"{'x' * 280}{KEY}"),
        completion(None, refusal=f"not for {KEY}"),
        completion(f"your key is {KEY}"),
        completion('{"a": "' + KEY + '", "k": [], "r": [["' + KEY + '"]]}'),
    ],
    ids=["401", "400", "429", "cut off", "refusal", "prose", "bad row"],
)
def test_a_key_that_an_endpoint_echoes_is_in_no_error_and_no_log(
    leak: Answer, caplog: pytest.LogCaptureFixture
):
    """Errors are shown, stored and mailed around: the key is taken out of them."""
    caplog.set_level(logging.DEBUG, logger="instructor")
    with ScriptedServer(leak) as server, pytest.raises(SummarizerError) as caught:
        chat_model(server, mode="json_schema").draft(request())
    assert KEY[:12] not in str(caught.value) + repr(caught.value) + caplog.text


@pytest.mark.usefixtures("key")
def test_a_model_and_its_spec_do_not_show_the_key():
    """Neither repr nor pickle nor fingerprint holds it."""
    model = chat_model(None)
    spec = ModelSpec("openai:scripted")
    shown = repr(model) + repr(vars(model)) + repr(spec) + model.fingerprint
    assert KEY not in shown
    assert KEY.encode() not in pickle.dumps(spec)


@pytest.mark.parametrize(
    "url",
    [
        "https://me:secret@example.org/v1",
        "https://example.org/v1?api-key=secret",
        "me:secret@example.org/v1?key=secret",
    ],
)
def test_a_base_url_may_not_hold_a_key(url: str):
    """It would be printed in every message; the message does not repeat it."""
    with pytest.raises(ModelError) as caught:
        ChatModel(ModelSpec("openai:x", base_url=url))
    assert "secret" not in str(caught.value)


@pytest.mark.usefixtures("key")
def test_a_key_that_is_spelled_with_escapes_is_in_no_summary():
    """What an endpoint writes with JSON escapes is the key all the same."""
    escaped = "".join(f"\\u{ord(character):04x}" for character in KEY)
    with ScriptedServer(completion(f'{{"a": "{escaped}", "k": [], "r": []}}')) as server:
        assert chat_model(server).draft(request()).summary.abstract == "[key]"


def test_a_short_key_is_in_no_error(monkeypatch: pytest.MonkeyPatch):
    """Keys of one's own server may be short."""
    monkeypatch.setenv("OPENAI_API_KEY", "s3cret")
    leak = refusal(401, "unknown key s3cret")
    with ScriptedServer(leak) as server, pytest.raises(ModelError) as caught:
        chat_model(server).draft(request())
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize(
    ("variable", "value"),
    [("OPENAI_API_KEY", "sk-密钥"), ("ALL_PROXY", "ftp://proxy:geheim@127.0.0.1:1")],
)
def test_a_key_or_proxy_that_cannot_be_one_is_told(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
):
    """One line that names the variable, not what it holds."""
    monkeypatch.setenv(variable, value)
    with pytest.raises(ModelError, match=variable) as caught:
        chat_model(None).draft(request())
    assert value not in str(caught.value)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/v1", "http://localhost:1/v1", "http://[::1]:1/v1"]
)
def test_this_machine_is_local(url: str):
    """Loopback in all its spellings may be asked under --local-only."""
    assert ChatModel(ModelSpec("openai:x", base_url=url, local_only=True))


@pytest.mark.parametrize(
    "url", ["https://api.example.org/v1", "http://10.0.0.8/v1", "http://localhost.example.org/v1"]
)
def test_another_machine_is_not_local(url: str):
    """Under --local-only the text does not leave this machine."""
    with pytest.raises(ModelError, match="--local-only"):
        ChatModel(ModelSpec("openai:x", base_url=url, local_only=True))


def test_only_allowed_hosts_are_asked():
    """A host that is not on the list is refused before anything is sent."""
    allowed = ("api.example.org",)
    assert ChatModel(ModelSpec("openai:x", "https://api.example.org/v1", allow_hosts=allowed))
    with pytest.raises(ModelError, match="--allow-host"):
        ChatModel(ModelSpec("openai:x", "https://api.example.com/v1", allow_hosts=allowed))


def test_a_redirect_is_not_followed():
    """The text goes to the host that was named, or nowhere."""
    with ScriptedServer(GOOD) as other:
        away = Answer(status=308, headers={"location": f"{other.base_url}/chat/completions"})
        with ScriptedServer(away) as server, pytest.raises(ModelError, match="308"):
            chat_model(server).draft(request())
        assert other.requests == []


@pytest.mark.parametrize("vendor", sorted(VENDORS))
def test_every_vendor_has_an_address_or_asks_for_one(vendor: str, monkeypatch: pytest.MonkeyPatch):
    """A preset knows its base URL; where each customer has another, it must be given."""
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    if VENDORS[vendor].base_url is None:
        with pytest.raises(ModelError, match="--base-url"):
            find_endpoint(f"{vendor}:NAME", None)
    else:
        assert find_endpoint(f"{vendor}:a:b", None).model == "a:b"


@pytest.mark.parametrize("spec", ["openai", "openai:", ":x", "no.such.module:factory", "json:no"])
def test_a_model_that_does_not_exist_is_explained(spec: str):
    """One line that says what may be written."""
    with pytest.raises(ModelError, match=r"not a model|cannot be imported"):
        open_model(spec)


def test_a_stranger_s_model_is_called_by_its_factory():
    """`package.module:factory` needs no registration."""
    assert open_model("collections:Counter") == {}


def test_templates_in_an_article_are_not_run():
    """Jinja in the text is text, also in the hands of the libraries underneath."""
    with ScriptedServer(GOOD) as server:
        chat_model(server).draft(request(TEXT + "{{ 7 * 7 }}{% for x in y %}"))
    assert "{{ 7 * 7 }}{% for x in y %}" in server.requests[0]["messages"][1]["content"]


def test_nothing_heavy_is_imported_before_a_request():
    """Making a model and rendering its prompt needs neither openai nor instructor."""
    script = (
        "import sys; from summarizer.models import ModelSpec, open_model;"
        "from tests.servers.articles import request;"
        "open_model(ModelSpec('openai:x', base_url='http://127.0.0.1:9')).questions([request()]);"
        "print({'openai', 'instructor', 'tenacity', 'httpx2'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


def test_one_model_serves_many_threads():
    """Forty drafts by eight threads through one object: each gets its own."""

    def answer(body: Body) -> Answer:
        headline = body["messages"][1]["content"].split("\n")[2]
        return completion('{"a": "' + headline + '", "k": [], "r": []}')

    with ScriptedServer(answer) as server, ThreadPoolExecutor(8) as pool:
        model = chat_model(server)
        drafts = list(pool.map(lambda n: model.draft(request(f"第{n}篇\n正文。")), range(40)))
    assert [draft.summary.abstract for draft in drafts] == [f"第{n}篇" for n in range(40)]


PAGE = (
    "霁川高新区一季度开门红\n\n本报讯（记者 闻远）一季度，霁川高新区完成工业总产值42.6亿元，"
    "同比增长8.3%；新增企业37家。全年力争工业总产值突破180亿元。\n"
)
WATCHED = (
    "import sys\nfrom summarizer.cli import app\n"
    "try:\n    app(sys.argv[1:])\nfinally:\n"
    "    print({'openai', 'instructor', 'tenacity'} & set(sys.modules), file=sys.stderr)"
)


def summarize(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a fresh interpreter that says at last what it has imported."""
    command = [sys.executable, "-c", WATCHED, *words]
    return subprocess.run(command, check=False, capture_output=True, text=True)


@pytest.mark.usefixtures("key")
def drafted_and_revised(body: Body) -> Answer:
    """Answer a first request with a draft, and leave out what is contested of it."""
    revising = len(body["messages"]) > 2
    return changes(["a", "删"], ["k1", "删"], ["r1", "删"], ["r2", "删"]) if revising else GOOD


def test_a_run_answered_from_the_store_sends_and_imports_nothing(tmp_path: Path):
    """The second run pays for no article, does not load the client, and no file has the key."""
    page, store, report = (tmp_path / name for name in ("page.txt", "runs.db", "report.json"))
    page.write_text(PAGE, encoding="utf-8")
    with ScriptedServer(drafted_and_revised) as server:
        endpoint = ["--model", "openai:m", "--base-url", server.base_url]
        words = [str(page), *endpoint, "--store", str(store), "-o", str(report)]
        first, second = summarize(*words), summarize(*words)
    assert len(server.requests) <= 2, "a draft and its revision"
    assert "openai" in first.stderr.splitlines()[-1]
    assert second.stderr.splitlines()[-1] == "set()"
    kept = store.read_bytes() + report.read_bytes()
    assert KEY not in first.stdout + first.stderr + kept.decode("utf-8", "replace")
