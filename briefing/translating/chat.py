"""Servers that speak as OpenAI's do (Ollama, llama.cpp, vLLM, LM Studio): one sentence a question, answered with its translation."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from typing import TYPE_CHECKING, Any, Final

from briefing.lexicon.load import table
from briefing.model.problem import BriefingError, ExitCode
from briefing.settings import is_loopback

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.engine import EngineSettings

KEY: Final = "BRIEFING_ENGINE_KEY"
LARGEST: Final = 1_000_000  # bytes of an answer
REFUSED: Final = {401, 403}


def answers(settings: EngineSettings, sentences: Sequence[str], seconds: float) -> Iterator[str]:
    """Yield the answer to each sentence, as long as the server gives any and the time lasts.

    Raises:
        BriefingError: engine-consent, engine-unreachable, engine-key, engine-hangs or engine-answer, at the first sentence that fails.
    """
    host = host_of(settings.url)
    if not is_loopback(host) and settings.consent != host:
        raise BriefingError("engine-consent", ExitCode.NOT_READY, host=host)
    key, end = _key(settings, host), time.monotonic() + seconds
    opener = _opener(host)
    for sentence in sentences:
        if time.monotonic() > end:
            raise BriefingError("engine-hangs", ExitCode.NETWORK, program=host, seconds=int(seconds))
        yield _answer(opener, settings, key, sentence)


def host_of(url: str) -> str:
    """Return the name of the machine that an address leads to."""
    return urllib.parse.urlsplit(url).hostname or ""


def _answer(opener: urllib.request.OpenerDirector, settings: EngineSettings, key: str, sentence: str) -> str:
    host = host_of(settings.url)
    try:
        with opener.open(_request(settings, key, sentence), timeout=settings.timeout) as response:
            said = json.loads(response.read(LARGEST))["choices"][0]["message"]["content"]
    except urllib.error.HTTPError as error:
        error.close()
        code = "engine-key" if error.code in REFUSED else "engine-answer"
        raise BriefingError(code, ExitCode.NETWORK, host=host, fault=f"HTTP {error.code}") from error
    except TimeoutError as error:
        raise BriefingError("engine-hangs", ExitCode.NETWORK, program=host, seconds=settings.timeout) from error
    except (OSError, http.client.HTTPException) as error:
        fault = str(getattr(error, "reason", "") or error)[:200]
        raise BriefingError("engine-unreachable", ExitCode.NETWORK, host=host, fault=fault) from error
    except (ValueError, LookupError, TypeError) as error:
        raise BriefingError("engine-answer", ExitCode.NETWORK, host=host, fault=type(error).__name__) from error
    return said.strip() if isinstance(said, str) and "\n" not in said.strip() else ""  # more than a sentence is no translation of one


def _request(settings: EngineSettings, key: str, sentence: str) -> urllib.request.Request:
    messages = [{"role": "system", "content": prompt()}, {"role": "user", "content": sentence}]
    body: dict[str, Any] = {"model": settings.model, "messages": messages, "temperature": 0, "stream": False}
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {key}"} if key else {})
    address = settings.url.rstrip("/") + "/chat/completions"
    return urllib.request.Request(address, json.dumps(body).encode(), headers)  # noqa: S310 - the settings take http and https alone


def prompt() -> str:
    """Return what the server is told before each sentence."""
    return str(table("en/engines.toml")["openai"]["prompt"])


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Follows no server to another one, which nobody agreed to."""

    def redirect_request(self, *_: Any) -> None:
        """Return nothing: the answer then counts as a fault."""


def _opener(host: str) -> urllib.request.OpenerDirector:
    proxies = [urllib.request.ProxyHandler({})] if is_loopback(host) else []
    return urllib.request.build_opener(_NoRedirect, *proxies)


def _key(settings: EngineSettings, host: str) -> str:
    """Return the key for the server: from the environment, else as the office's command prints it; "" for none."""
    if key := os.environ.get(KEY, ""):
        return key
    if not settings.key_command:
        return ""
    try:
        done = subprocess.run(settings.key_command, capture_output=True, check=True, timeout=settings.timeout)  # noqa: S603 - the office's own choice
    except (OSError, subprocess.SubprocessError) as error:
        raise BriefingError("engine-key", ExitCode.NOT_READY, host=host, fault=type(error).__name__) from error
    return done.stdout.decode("utf-8", errors="replace").strip()
