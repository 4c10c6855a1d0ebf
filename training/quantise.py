"""A float graph to int8: static scales, found by reading windows of the training sets.

Weights are symmetric with a scale for each output; activations have one scale for each product
(Jacob et al. 2018), from the range that keeps their squared error least. Nothing depends on what
else is in a window, and no pass over the activations is needed to find their range.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, helper, numpy_helper

__all__ = ["Feeds", "quantised", "without_copies"]

Floats = NDArray[np.float32]
#: inputs of the graph for one window, by name
Feeds = dict[str, NDArray[np.int64]]
#: shares of the whole range that are tried at either end
_SHARES = np.linspace(0.4, 1.0, 13)
#: numbers of a window's activations that ranges are tried on, and how many in all: those of the
#: first hundred windows, articles and web text; the ends of all windows bound the ranges
_KEPT, _SAMPLE = 4_000, 400_000
#: query, key and value
_PARTS = 3
#: rows of a table from which it is stored in int8
_LARGE = 5_000


def quantised(path: Path, windows: Sequence[Feeds]) -> ModelProto:
    """Return a graph whose products with constant weights, and large tables, are int8.

    Args:
        path: the float graph.
        windows: what to find the activations' ranges on.
    """
    model = onnx.load(path)
    graph = model.graph
    weights = {x.name: numpy_helper.to_array(x) for x in graph.initializer}
    products = [n for n in graph.node if n.op_type == "MatMul" and n.input[1] in weights]
    ranges = _ranges(model, sorted({n.input[0] for n in products}), windows)
    new: list[NodeProto] = []
    made: set[str] = set()
    biases = {
        n.input[1 - i]: (n, n.input[i])
        for n in graph.node
        if n.op_type == "Add"
        for i in (0, 1)
        if n.input[i] in weights and weights[n.input[i]].ndim == 1
    }
    gone = {biases[p.output[0]][0].name for p in products if p.output[0] in biases}
    for node in graph.node:
        if node.name in gone:
            continue
        if node in products:
            add = biases.get(node.output[0])
            new += _product(graph, node, weights[node.input[1]], ranges, made, add)
        elif node.op_type == "Gather" and len(weights.get(node.input[0], ())) >= _LARGE:
            new += _table(graph, node, weights[node.input[0]])
        else:
            new.append(node)
    del graph.node[:]
    graph.node.extend(new)
    used = {name for n in new for name in n.input}
    kept = [x for x in graph.initializer if x.name in used]
    del graph.initializer[:]
    graph.initializer.extend(kept)
    return without_copies(model)


def without_copies(model: ModelProto) -> ModelProto:
    """Return a quantised graph that moves fewer numbers about, to the same outputs bit for bit.

    A product of which the output is only split becomes a product for each part, and rows of a
    window are taken whole, not number by number.
    """
    graph = model.graph
    weights = {x.name: x for x in graph.initializer}
    made = {name: node for node in graph.node for name in node.output}
    readers: dict[str, list[NodeProto]] = {}
    for node in graph.node:
        for name in node.input:
            readers.setdefault(name, []).append(node)
    new: list[NodeProto] = []
    for node in graph.node:
        split = readers.get(node.output[0], [])
        if node.op_type == "MatMulIntegerToFloat" and [n.op_type for n in split] == ["Split"]:
            new += _apart(graph, node, split[0], weights) if _is_even(split[0]) else [node]
        elif node.op_type == "Split" and _is_even(node):
            continue
        elif node.op_type == "GatherElements":
            new += _rows(graph, node, made)
        else:
            new.append(node)
    del graph.node[:]
    graph.node.extend(_needed(new, {x.name for x in graph.output}))
    used = {name for n in graph.node for name in n.input}
    kept = [x for x in graph.initializer if x.name in used]
    del graph.initializer[:]
    graph.initializer.extend(kept)
    return model


def _is_even(split: NodeProto) -> bool:
    """Say whether a product is split into query, key and value; the heads' parts are uneven."""
    return len(split.output) == _PARTS


def _apart(
    graph: onnx.GraphProto, node: NodeProto, split: NodeProto, weights: dict[str, onnx.TensorProto]
) -> list[NodeProto]:
    """Return a product for each of the equal parts into which one's output is split."""
    new = []
    for n, out in enumerate(split.output):
        inputs = list(node.input)
        for at in (1, 3, 6):  # weights, their scales, and what is added
            whole = numpy_helper.to_array(weights[inputs[at]])
            part = np.split(whole, len(split.output), axis=-1)[n]
            inputs[at] = f"{inputs[at]}_{n}"
            _constant(graph, inputs[at], np.ascontiguousarray(part))
        new.append(
            helper.make_node(
                node.op_type, inputs, [out], domain=node.domain, name=f"{node.name}_{n}"
            )
        )
    return new


def _rows(graph: onnx.GraphProto, node: NodeProto, made: dict[str, NodeProto]) -> list[NodeProto]:
    """Return the taking of whole rows of the one window, where their numbers were taken alone."""
    wide = made[node.input[1]]
    rows = made[wide.input[0]].input[0]  # before they were spread over the numbers of a row
    axis = f"{node.output[0]}_axis"
    _constant(graph, axis, np.array([0], dtype=np.int64))
    return [
        helper.make_node("Squeeze", [rows, axis], [f"{node.output[0]}_rows"]),
        helper.make_node("Gather", [node.input[0], f"{node.output[0]}_rows"], node.output, axis=1),
    ]


def _needed(nodes: Sequence[NodeProto], outputs: set[str]) -> list[NodeProto]:
    """Return the nodes that an output hangs on."""
    wanted, kept = set(outputs), []
    for node in reversed(nodes):
        if wanted & set(node.output):
            wanted |= set(node.input)
            kept.append(node)
    return kept[::-1]


def _ranges(
    model: ModelProto, names: Sequence[str], windows: Sequence[Feeds]
) -> dict[str, tuple[float, float]]:
    """Return the least and the largest value of each activation that int8 is to tell apart."""
    watched = ModelProto()
    watched.CopyFrom(model)
    del watched.graph.output[:]
    watched.graph.output.extend(
        helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None) for name in names
    )
    session = onnxruntime.InferenceSession(
        watched.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    rng = np.random.default_rng(1)
    ends = dict.fromkeys(names, (0.0, 0.0))
    samples: dict[str, list[Floats]] = {name: [] for name in names}
    for feeds in windows:
        for name, found in zip(names, session.run(list(names), feeds), strict=True):
            low, high = ends[name]
            ends[name] = min(low, float(found.min())), max(high, float(found.max()))
            samples[name].append(rng.choice(found.ravel(), _KEPT))
    return {
        name: _best_range(np.concatenate(samples[name])[:_SAMPLE], *ends[name]) for name in names
    }


def _best_range(values: Floats, low: float, high: float) -> tuple[float, float]:
    """Return the ends between which rounding to 256 levels costs least, in squared error."""

    def cost(ends: tuple[float, float]) -> float:
        scale, zero = _levels(*ends)
        levels = np.clip(np.rint(values / scale) + zero, 0, 255)
        return float((((levels - zero) * scale - values) ** 2).mean())

    return min(((low * a, high * b) for a in _SHARES for b in _SHARES), key=cost)


def _levels(low: float, high: float) -> tuple[np.float32, np.uint8]:
    scale = np.float32(max(high - low, 1e-6) / 255)
    return scale, np.uint8(np.clip(np.rint(-low / scale), 0, 255))


def _product(
    graph: onnx.GraphProto,
    node: NodeProto,
    weight: Floats,
    ranges: dict[str, tuple[float, float]],
    made: set[str],
    add: tuple[NodeProto, str] | None,
) -> list[NodeProto]:
    """Return a product and the bias added to it in int8, and its input's rounding if not there."""
    source, name = node.input[0], node.output[0]
    new = []
    if source not in made:
        made.add(source)
        scale, zero = _levels(*ranges[source])
        _constant(graph, f"{source}_scale", scale)
        _constant(graph, f"{source}_zero", zero)
        new.append(
            helper.make_node(
                "QuantizeLinear",
                [source, f"{source}_scale", f"{source}_zero"],
                [f"{source}_int8"],
            )
        )
    scales = np.abs(weight).max(axis=0).clip(1e-9).astype(np.float32) / np.float32(127)
    _constant(graph, f"{name}_weight", np.rint(weight / scales).astype(np.int8))
    _constant(graph, f"{name}_scales", scales)
    inputs = [f"{source}_int8", f"{name}_weight", f"{source}_scale", f"{name}_scales",
              f"{source}_zero", "", *([add[1]] if add else [])]  # fmt: skip
    out = add[0].output[0] if add else name
    new.append(
        helper.make_node("MatMulIntegerToFloat", inputs, [out], domain="com.microsoft", name=name)
    )
    return new


def _table(graph: onnx.GraphProto, node: NodeProto, table: Floats) -> list[NodeProto]:
    """Return the look-up of a row in an int8 table, each row with a scale of its own."""
    name = node.output[0]
    scales = np.abs(table).max(axis=1, keepdims=True).clip(1e-9).astype(np.float32) / 127
    _constant(graph, f"{name}_rows", np.rint(table / scales).astype(np.int8))
    _constant(graph, f"{name}_scales", scales.astype(np.float32))
    ids = node.input[1]
    return [
        helper.make_node("Gather", [f"{name}_rows", ids], [f"{name}_row"]),
        helper.make_node("Cast", [f"{name}_row"], [f"{name}_float"], to=onnx.TensorProto.FLOAT),
        helper.make_node("Gather", [f"{name}_scales", ids], [f"{name}_scale"]),
        helper.make_node("Mul", [f"{name}_float", f"{name}_scale"], [name]),
    ]


def _constant(graph: onnx.GraphProto, name: str, value: object) -> None:
    graph.initializer.append(numpy_helper.from_array(np.asarray(value), name))
