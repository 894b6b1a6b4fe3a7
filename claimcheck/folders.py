"""Where this user's files of claimcheck are kept: models, answers, indexes, runs."""

from __future__ import annotations

import os
from pathlib import Path

from claimcheck.errors import UsageError


def users_cache() -> Path:
    """The folder that CLAIMCHECK_CACHE names, else the user's cache folder. Raises `UsageError` where there is neither.

    A container's user without a name in its system has no home.
    """
    from platformdirs import user_cache_dir

    named = os.environ.get("CLAIMCHECK_CACHE")
    try:
        return Path(named or user_cache_dir("claimcheck"))
    except RuntimeError as error:
        raise UsageError(
            "this user has no home folder: name a folder for files with CLAIMCHECK_CACHE"
        ) from error
