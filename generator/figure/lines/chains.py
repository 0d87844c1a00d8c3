"""Cracks to lines: pixel edges are chained into polylines, and lines that go straight on through a junction joined."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.figure.arrays import Array
from generator.figure.lines.cracks import OUTER, Cracks

_STRAIGHT_ON = -0.55  # cosine between the two ends that meet; -1 is dead straight
_OUTLINE_ON = 0.3  # an outline may turn a sharp corner
_LOOK_BACK = 9  # nodes that give an end its direction


@dataclass(frozen=True, slots=True)
class Polyline:
    """A chain of n nodes (pixel places, y up) and its n - 1 cracks."""

    points: Array  # (n, 2)
    kind: Array
    jump: Array
    facing: Array  # (n - 1, 2)
    mesh: Array
    closed: bool
    loose: tuple[bool, bool] = (False, False)  # ends that hang free, not at a junction


@dataclass(slots=True)
class _Chain:
    nodes: list[int]
    edges: list[int]
    closed: bool


def lines_of(cracks: Cracks) -> list[Polyline]:
    """All lines of a picture."""
    count = len(cracks.a)
    if count == 0:
        return []
    nodes, which = np.unique(np.concatenate([cracks.a, cracks.b]), return_inverse=True)
    places = np.stack([nodes % cracks.nodes_wide, nodes // cracks.nodes_wide], 1).astype(float)
    chains = _chains(which[:count], which[count:], len(nodes))
    outer = (cracks.kind == OUTER).tolist()
    degree = np.bincount(which, minlength=len(nodes))
    return [_line(cracks, places, degree, chain) for chain in _join(chains, places, outer)]


def _line(cracks: Cracks, places: Array, degree: Array, chain: _Chain) -> Polyline:
    edges = np.array(chain.edges)
    closed = chain.closed or chain.nodes[0] == chain.nodes[-1]
    return Polyline(
        places[chain.nodes], cracks.kind[edges], cracks.jump[edges], cracks.facing[edges], cracks.mesh[edges], closed,
        (bool(degree[chain.nodes[0]] == 1), bool(degree[chain.nodes[-1]] == 1)),
    )  # fmt: skip


def _chains(a: Array, b: Array, node_count: int) -> list[_Chain]:
    # Walks from every junction or end along nodes of degree two; what is left over are closed loops.
    count = len(a)
    ends = np.concatenate([a, b])
    degree = np.bincount(ends, minlength=node_count)
    edge_list = (np.argsort(ends, kind="stable") % count).tolist()
    start = np.concatenate([[0], np.cumsum(degree)]).tolist()
    first, second, degrees = a.tolist(), b.tolist(), degree.tolist()
    used = [False] * count

    def walk(edge: int, node: int) -> tuple[list[int], list[int]]:
        nodes, edges = [node], []
        while True:
            used[edge] = True
            edges.append(edge)
            node = second[edge] if first[edge] == node else first[edge]
            nodes.append(node)
            if degrees[node] != 2:
                return nodes, edges
            one, two = edge_list[start[node]], edge_list[start[node] + 1]
            edge = two if one == edge else one
            if used[edge]:
                return nodes, edges

    chains = []
    for node in np.flatnonzero(degree != 2).tolist():
        slots = range(start[node], start[node + 1])
        chains += [_Chain(*walk(edge_list[slot], node), closed=False) for slot in slots if not used[edge_list[slot]]]
    chains += [_Chain(*walk(edge, first[edge]), closed=True) for edge in range(count) if not used[edge]]
    return chains


End = tuple[int, int]  # number of a chain, and 0 for its start or 1 for its end


def _join(chains: list[_Chain], places: Array, outer: list[bool]) -> list[_Chain]:
    links = _links(chains, places, outer)
    done: set[int] = set()
    joined = []
    for number, chain in enumerate(chains):
        if number in done:
            continue
        if chain.closed:
            done.add(number)
            joined.append(chain)
        else:
            joined.append(_follow(chains, links, _first_of(links, number), done))
    return joined


def _links(chains: list[_Chain], places: Array, outer: list[bool]) -> dict[End, End]:
    at_node: dict[int, list[End]] = {}
    for number, chain in enumerate(chains):
        if not chain.closed:
            at_node.setdefault(chain.nodes[0], []).append((number, 0))
            at_node.setdefault(chain.nodes[-1], []).append((number, 1))
    links: dict[End, End] = {}
    for ends in at_node.values():
        if len(ends) < 2:
            continue
        directions = [_direction(chains[number].nodes, end, places) for number, end in ends]
        is_outer = [outer[chains[number].edges[-end]] for number, end in ends]
        # The outline of the whole goes on first, whatever comes off it; then the straightest pairs.
        pairs = sorted(
            (not (is_outer[i] and is_outer[j]), float(directions[i] @ directions[j]), i, j)
            for i in range(len(ends))
            for j in range(i + 1, len(ends))
        )
        taken: set[int] = set()
        for inner, cosine, i, j in pairs:
            if cosine > (_STRAIGHT_ON if inner else _OUTLINE_ON) or i in taken or j in taken:
                continue
            taken |= {i, j}
            links[ends[i]], links[ends[j]] = ends[j], ends[i]
    return links


def _direction(nodes: list[int], end: int, places: Array) -> Array:
    far = min(_LOOK_BACK, len(nodes) - 1)
    vector = places[nodes[far]] - places[nodes[0]] if end == 0 else places[nodes[-1 - far]] - places[nodes[-1]]
    result: Array = vector / max(float(np.hypot(*vector)), 1e-9)
    return result


def _first_of(links: dict[End, End], number: int) -> End:
    at: End = (number, 0)
    seen = {number}
    while at in links:
        following, end = links[at]
        if following in seen:
            break
        seen.add(following)
        at = (following, 1 - end)
    return at


def _follow(chains: list[_Chain], links: dict[End, End], at: End, done: set[int]) -> _Chain:
    nodes: list[int] = []
    edges: list[int] = []
    while True:
        number, end = at
        done.add(number)
        more_nodes, more_edges = chains[number].nodes, chains[number].edges
        if end == 1:
            more_nodes, more_edges = more_nodes[::-1], more_edges[::-1]
        nodes += more_nodes[1:] if nodes else more_nodes
        edges += more_edges
        following = links.get((number, 1 - end))
        if following is None or following[0] in done:
            return _Chain(nodes, edges, following is not None and nodes[0] == nodes[-1])
        at = following
