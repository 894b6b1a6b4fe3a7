"""What can go wrong, as one small tree. Each error is one sentence for the user, and an exit code.

```
ClaimcheckError
├── InputError          3  the article could not be read
├── UsageError          2  a flag or a setting that cannot be
├── ServiceError        4  a model or a reference service is unavailable or refused
│   ├── ModelError         the model's answer cannot be used (kept apart: it costs one claim, not the run)
│   │   └── RefusedError   the service refuses this one question, and answers others
│   └── UnansweredError    the service refuses a question, and has answered none: it may be asked wrongly
├── ReplayError         5  a replay met a request that was not recorded
├── BudgetError         6  a limit of calls, cost or time was reached
└── InterruptionError 130  a command was interrupted: of a measurement, what was finished is kept
```
"""


class ClaimcheckError(Exception):
    """A failure that the user can act on: `str(error)` is one clear line."""

    exit_code = 1


class UsageError(ClaimcheckError):
    """A flag, a setting or a combination of them that cannot be used."""

    exit_code = 2


class InputError(ClaimcheckError):
    """The article could not be read."""

    exit_code = 3


class ServiceError(ClaimcheckError):
    """A model or a reference service is unreachable, refuses, or ran out of retries."""

    exit_code = 4


class ModelError(ServiceError):
    """The model answered, and the answer cannot be used: cut off, not JSON, or of the wrong shape."""


class RefusedError(ModelError):
    """The service refuses one question, as by a content filter or for its length, and answers others."""


class UnansweredError(ServiceError):
    """The service refuses a question and has answered none so far: what it is asked with may be wrong."""


class ReplayError(ClaimcheckError):
    """A replay holds no answer for a request that was made."""

    exit_code = 5


class BudgetError(ClaimcheckError):
    """A limit that the user set (`--max-calls`, `--max-cost`, `--max-time`) allows no further call."""

    exit_code = 6


class InterruptionError(ClaimcheckError):
    """A command was interrupted; of a measurement, the sentence says what is kept, and where."""

    exit_code = 130
