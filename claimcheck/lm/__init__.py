"""Language models over OpenAI's protocol: endpoints, the embedded model, prompts, usage, recordings."""

from claimcheck.lm.budget import Budget, Limits, RunBudget
from claimcheck.lm.calling import Caller
from claimcheck.lm.endpoints import Endpoint, LanguageModel, name_of, open_model
from claimcheck.lm.faults import service_error_from
from claimcheck.lm.kept import KeptAnswers
from claimcheck.lm.meter import Meter
from claimcheck.lm.options import ModelOptions, PerCall, per_call_of
from claimcheck.lm.prices import ModelPrice, Price, price_of
from claimcheck.lm.prompts import Prompt, calibrations, learned_prompt, load_prompt
from claimcheck.lm.pulling import pull
from claimcheck.lm.recording import recording
from claimcheck.lm.weights import DEFAULT_MODEL, ENCODER, ENCODERS, MODELS, is_embedded, path_of
from claimcheck.lm.words import probabilities

__all__ = [
    "DEFAULT_MODEL",
    "ENCODER",
    "ENCODERS",
    "MODELS",
    "Budget",
    "Caller",
    "Endpoint",
    "KeptAnswers",
    "LanguageModel",
    "Limits",
    "Meter",
    "ModelOptions",
    "ModelPrice",
    "PerCall",
    "Price",
    "Prompt",
    "RunBudget",
    "calibrations",
    "is_embedded",
    "learned_prompt",
    "load_prompt",
    "name_of",
    "open_model",
    "path_of",
    "per_call_of",
    "price_of",
    "probabilities",
    "pull",
    "recording",
    "service_error_from",
]
