"""Optimal one-to-one assignment: which of our claims stands for which gold claim."""

from __future__ import annotations

from collections.abc import Sequence

_PAIR = 1000.0  # what a pair is worth by itself, so that more pairs always beat better ones


def matched(similarity: Sequence[Sequence[float]], threshold: float) -> list[tuple[int, int]]:
    """The pairs `(row, column)` of a matrix: as many as there can be of at least `threshold`, each row and
    column once, and of these choices the one with the highest sum.
    """
    rows, columns = len(similarity), len(similarity[0]) if similarity else 0
    size = max(rows, columns)
    worth = [[0.0] * size for _ in range(size)]
    for row in range(rows):
        for column in range(columns):
            if similarity[row][column] >= threshold:
                worth[row][column] = _PAIR + similarity[row][column]
    return sorted((row, column) for row, column in enumerate(_assigned(worth)) if worth[row][column] > 0)


def _assigned(worth: list[list[float]]) -> list[int]:
    """For each row of a square matrix its column, so that the sum is highest.

    The Hungarian method (Kuhn 1955) with potentials and shortest augmenting paths, O(n³); potentials are
    kept for rows and columns with a further one, 0, that stands for "not yet".
    """
    size = len(worth)
    by_row, by_column = [0.0] * (size + 1), [0.0] * (size + 1)
    holder = [0] * (size + 1)  # column → row, both counted from 1
    for row in range(1, size + 1):
        holder[0] = row
        way, column = _path(worth, by_row, by_column, holder)
        while column:
            holder[column], column = holder[way[column]], way[column]
    columns = [0] * size
    for column in range(1, size + 1):
        columns[holder[column] - 1] = column - 1
    return columns


def _path(
    worth: list[list[float]], by_row: list[float], by_column: list[float], holder: list[int]
) -> tuple[list[int], int]:
    """The cheapest path from the row in `holder[0]` to a free column; potentials are moved along."""
    size = len(worth)
    least, way, used = [float("inf")] * (size + 1), [0] * (size + 1), [False] * (size + 1)
    column = 0
    while holder[column]:
        used[column] = True
        row = holder[column]
        for other in (c for c in range(1, size + 1) if not used[c]):
            cost = -worth[row - 1][other - 1] - by_row[row] - by_column[other]
            if cost < least[other]:
                least[other], way[other] = cost, column
        nearest = min((c for c in range(1, size + 1) if not used[c]), key=lambda c: least[c])
        step = least[nearest]
        for other in range(size + 1):
            if used[other]:
                by_row[holder[other]] += step
                by_column[other] -= step
            else:
                least[other] -= step
        column = nearest
    return way, column
