from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

FACTS = Path(__file__).parents[3] / "shared" / "facts" / "regulations.json"


@pytest.fixture(scope="session")
def facts() -> dict[str, Any]:
    """Return the facts that the catalogue of the law was made from."""
    if not FACTS.exists():
        pytest.skip("the facts that the catalogue was made from are not beside this checkout")
    found: dict[str, Any] = json.loads(FACTS.read_text(encoding="utf-8"))
    return found
