"""SARIF, ClaimReview and JUnit keep what their publishers ask for."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import jsonschema
import pytest
from junitparser import Error, Failure, JUnitXml, Skipped

from claimcheck.domain import Label, Report
from claimcheck.errors import UsageError
from claimcheck.reports import render
from claimcheck.reports.json import plain, schema

Build = Callable[..., Report]
PAGE = "https://news.example.org/checks/bridge"

TEXT = {"type": "string", "minLength": 1}
MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": TEXT}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
SARIF: dict[str, Any] = {
    # of SARIF 2.1.0 (OASIS 2020), sections 3.13 to 3.49, and of what GitHub code scanning asks for beyond
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"type": "string", "format": "uri"},
        "runs": {"type": "array", "items": {"$ref": "#/$defs/run"}},
    },
    "additionalProperties": False,
    "$defs": {
        "run": {
            "required": ["tool", "results"],
            "properties": {
                "tool": {
                    "required": ["driver"],
                    "properties": {
                        "driver": {
                            "required": ["name", "rules"],
                            "properties": {
                                "rules": {
                                    "type": "array",
                                    "uniqueItems": True,
                                    "items": {
                                        "required": ["id", "shortDescription", "fullDescription", "help"],
                                        "properties": {
                                            "id": TEXT,
                                            "shortDescription": MESSAGE,
                                            "fullDescription": MESSAGE,
                                            "help": MESSAGE,
                                            "defaultConfiguration": {"properties": {"level": LEVEL}},
                                        },
                                    },
                                }
                            },
                        }
                    },
                },
                "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                "results": {"type": "array", "maxItems": 25000, "items": {"$ref": "#/$defs/result"}},
                "invocations": {"items": {"required": ["executionSuccessful"]}},
            },
        },
        "result": {
            "required": ["message", "ruleId", "level", "locations", "partialFingerprints"],
            "properties": {
                "message": MESSAGE,
                "level": LEVEL,
                "ruleIndex": {"type": "integer", "minimum": 0},
                "partialFingerprints": {"type": "object", "additionalProperties": TEXT, "minProperties": 1},
                "suppressions": {
                    "items": {
                        "required": ["kind"],
                        "properties": {
                            "kind": {"enum": ["inSource", "external"]},
                            "status": {"enum": ["accepted", "underReview", "rejected"]},
                        },
                    }
                },
                "locations": {
                    "minItems": 1,
                    "items": {
                        "required": ["physicalLocation"],
                        "properties": {
                            "physicalLocation": {
                                "required": ["artifactLocation", "region"],
                                "properties": {
                                    "artifactLocation": {
                                        "required": ["uri"],
                                        "properties": {
                                            "uri": {"type": "string", "pattern": "^[^/ ][^ \\\\]*$"}
                                        },
                                    },
                                    "region": {
                                        "required": ["startLine"],
                                        "properties": {"startLine": {"type": "integer", "minimum": 1}},
                                    },
                                },
                            }
                        },
                    },
                },
            },
        },
    },
}


@pytest.mark.parametrize("decide", [False, True], ids=["of the machine", "reviewed"])
@pytest.mark.parametrize("number", [0, 5, 500])
def test_sarif_keeps_the_standard_and_what_code_scanning_asks(
    build: Build, number: int, decide: bool
) -> None:
    log = json.loads(render(build(number=number, decide=decide), "sarif"))
    jsonschema.Draft202012Validator(SARIF).validate(log)
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    results = log["runs"][0]["results"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in results)
    assert bool(results) == bool(number)


def test_sarif_and_annotations_point_at_the_line_of_the_file(build: Build) -> None:
    report = build(number=2)  # Supported and Refuted; the second spans the first line of the article
    (result,) = json.loads(render(report, "sarif"))["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "stories/a.txt"
    assert (place["region"]["startLine"], place["region"]["endLine"]) == (3, 3)
    assert result["level"] == "error"
    assert "file=stories/a.txt,line=3,endLine=3,title=Claim 2%3A Refuted" in render(report, "github")


def test_a_claim_that_a_person_set_aside_is_suppressed_and_not_annotated(build: Build) -> None:
    report = build(number=2, decide=True)  # Refuted by a person; then set aside
    results = json.loads(render(report, "sarif"))["runs"][0]["results"]
    assert [("suppressions" in result, result["properties"]["machineVerdict"]) for result in results] == [
        (False, "Supported"),
        (True, "Refuted"),
    ]
    assert render(report, "github").count("::error") == 1


def claimreview(review: dict[str, Any]) -> None:
    """What Google publishes for fact checks: required and recommended properties and their types."""
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"]
    address = urlsplit(review["url"])
    assert address.scheme == "https"
    assert address.hostname
    rating = review["reviewRating"]
    assert rating["@type"] == "Rating"
    assert rating["alternateName"]
    if "ratingValue" in rating:
        assert rating["worstRating"] < rating["bestRating"]
        assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
        assert f"{rating['ratingValue']} {rating['alternateName']}" in rating["description"]
    assert review["author"]["@type"] in ("Organization", "Person")
    assert review["author"]["name"]
    claim = review["itemReviewed"]
    assert "isBasedOn" not in claim  # a claim does not rest on what refutes it
    assert all(work["name"] for work in review["isBasedOn"])
    assert claim["@type"] == "Claim"
    if "author" in claim:
        assert claim["author"]["@type"] in ("Organization", "Person")
        assert claim["author"]["name"]
    if "appearance" in claim:
        assert claim["appearance"]["@type"] == "CreativeWork"


def test_claimreview_has_what_google_asks_for(build: Build) -> None:
    text = render(build(number=10, decide=True), "claimreview", page=PAGE, publisher="The Meridian Courier")
    graph = json.loads(text)
    assert graph["@context"] == "https://schema.org"
    for review in graph["@graph"]:
        claimreview(review)
    ratings = [review["reviewRating"] for review in graph["@graph"]]
    assert {r["alternateName"]: r.get("ratingValue") for r in ratings} == {
        "Refuted": 1,
        "Conflicting Evidence/Cherry-picking": 2,
        "Supported": 3,
        "Not Enough Evidence": None,
    }
    assert {review["author"]["name"] for review in graph["@graph"]} == {"The Meridian Courier"}
    assert len({review["@id"] for review in graph["@graph"]}) == len(graph["@graph"]) == 8


def test_only_claims_that_a_person_confirmed_are_published(build: Build) -> None:
    assert json.loads(render(build(), "claimreview"))["@graph"] == []
    reviewed = build(decide=True)
    some = reviewed.model_copy(update={"decisions": reviewed.decisions[:2]})  # Refuted, and set aside
    assert len(json.loads(render(some, "claimreview", page=PAGE))["@graph"]) == 1
    unchecked = reviewed.decisions[0].model_copy(update={"label": Label.UNCHECKED})
    none = reviewed.model_copy(update={"decisions": (unchecked,)})
    assert json.loads(render(none, "claimreview", page=PAGE))["@graph"] == []


@pytest.mark.parametrize("page", ["", "javascript:alert(1)", "checks/bridge"])
def test_claimreview_without_the_page_that_it_stands_on_is_refused(build: Build, page: str) -> None:
    with pytest.raises(UsageError, match="--page"):
        render(build(decide=True), "claimreview", page=page)


def test_junit_counts_each_verdict_as_its_outcome(build: Build) -> None:
    suites = JUnitXml.fromstring(render(build(number=10), "junit").encode())
    (suite,) = list(suites)
    outcomes = {type(result) for case in suite for result in case.result}
    assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (10, 4, 2, 2)
    assert outcomes == {Failure, Error, Skipped}
    assert suite.name == "stories/a.txt"


@pytest.mark.parametrize("decide", [False, True], ids=["of the machine", "reviewed"])
def test_a_report_keeps_the_schema_that_is_printed(build: Build, decide: bool) -> None:
    published = json.loads(schema())
    jsonschema.Draft202012Validator.check_schema(published)
    jsonschema.Draft202012Validator(published).validate(plain(build(decide=decide)))
