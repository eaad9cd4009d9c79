#!/usr/bin/python3
"""Makes the models of the tests, and what scikit-learn says of applicants: run from the root of the checkout.

    apt-get install python3-onnx python3-sklearn python3-pandas    # Debian 12: onnx 1.12.0, scikit-learn 1.2.1
    /usr/bin/python3 src/test/resources/onnx/models.py

champion.onnx  the sample's scorecard as io.tidemark.sample.Champion has it: an input for each column, doubles and a text
trees.onnx     boosted trees of scikit-learn over one matrix of floats, with the outputs that skl2onnx and LightGBM's converter write (a
               sequence of maps) and the names of the features in the metadata; missing values take the way that they took in training
trees.csv      what scikit-learn itself says of every fiftieth applicant
line.onnx      a logistic regression over one matrix of floats whose columns are not named
three.onnx     the same form with three classes
label.onnx     a class, and no probabilities
"""
import numpy
import onnx
import pandas
from onnx import TensorProto, helper, numpy_helper
from sklearn.ensemble import HistGradientBoostingClassifier

HERE = "src/test/resources/onnx/"
ML = "ai.onnx.ml"


def save(name, nodes, inputs, outputs, constants=(), notes=None):
    graph = helper.make_graph(
        nodes, name, inputs, outputs, [numpy_helper.from_array(value, key) for key, value in constants]
    )
    opsets = [helper.make_opsetid("", 13), helper.make_opsetid(ML, 2)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=7, producer_name="tidemark-tests")
    if notes:
        helper.set_model_props(model, notes)
    onnx.checker.check_model(model)
    with open(HERE + name + ".onnx", "wb") as file:
        file.write(model.SerializeToString())


def tensor(name, kind, *axes):
    return helper.make_tensor_value_info(name, kind, axes)


def maps(name):
    value = onnx.ValueInfoProto(name=name)
    value.type.sequence_type.elem_type.map_type.key_type = TensorProto.INT64
    value.type.sequence_type.elem_type.map_type.value_type.tensor_type.elem_type = TensorProto.FLOAT
    return value


class Formula:
    """A graph in doubles, written as a formula."""

    def __init__(self):
        self.nodes, self.constants = [], {}

    def number(self, value):
        key = "n%s" % value
        self.constants[key] = numpy.array(value, dtype=numpy.float64)
        return key

    def of(self, operator, *inputs, **attributes):
        names = [name if isinstance(name, str) else self.number(name) for name in inputs]
        output = "v%d" % len(self.nodes)
        self.nodes.append(helper.make_node(operator, names, [output], **attributes))
        return output

    def known(self, name, otherwise):
        return self.of("Where", self.of("IsNaN", name), otherwise, name)

    def instead(self, name, code, value):
        return self.of("Where", self.of("Equal", name, code), value, name)


def champion():
    f = Formula()
    score = f.instead(f.instead("bureau_score", -999.0, 615.0), -998.0, 630.0)
    income = f.of("Max", f.known("income", 34000.0), 5000.0)
    months = f.of("Where", f.of("IsNaN", "employment_months"), 50.0, f.of("Min", "employment_months", 120.0))
    rents = f.of(
        "LabelEncoder", "housing", domain=ML, keys_strings=["rent"], values_floats=[0.2], default_float=0.0
    )
    terms = [
        f.of("Mul", f.of("Sub", score, 640.0), -0.0086),
        f.of("Mul", f.of("Sub", f.known("utilisation", 0.38), 0.38), 0.8),
        f.of("Mul", f.of("Sub", f.known("dti", 0.27), 0.27), 1.5),
        f.of("Mul", f.of("Min", "delinquencies_2y", 4.0), 0.25),
        f.of("Mul", f.of("Sub", "inquiries_6m", 1.0), 0.10),
        f.of("Mul", f.of("Log", f.of("Div", income, 36000.0)), -0.35),
        f.of("Mul", months, -0.002),
        f.of("Mul", f.of("Log", f.of("Div", "loan_amount", 7700.0)), 0.3),
        f.of("Where", f.of("Greater", f.of("Cast", rents, to=TensorProto.DOUBLE), 0.1), 0.2, 0.0),
    ]
    logit = f.of("Add", f.of("Sum", *terms), -2.96)
    f.nodes.append(helper.make_node("Div", [f.of("Round", f.of("Mul", f.of("Sigmoid", logit), 1e5)), f.number(1e5)], ["pd"]))
    # Not in the order of the table.
    numbers = "income dti bureau_score utilisation employment_months inquiries_6m delinquencies_2y loan_amount".split()
    inputs = [tensor("housing", TensorProto.STRING, None, 1)]
    inputs += [tensor(name, TensorProto.DOUBLE, None, 1) for name in numbers]
    save("champion", f.nodes, inputs, [tensor("pd", TensorProto.DOUBLE, None, 1)], f.constants.items())


def floor32(values):
    """The largest floats that are no larger: x <= value says the same of every float x then."""
    floats = values.astype(numpy.float32)
    return numpy.where(floats.astype(numpy.float64) > values, numpy.nextafter(floats, numpy.float32(-numpy.inf)), floats)


def trees():
    table = pandas.read_csv("data-sample/applicants.csv.gz")
    names = ["bureau_score", "utilisation", "dti", "income", "employment_months", "loan_amount", "inquiries_6m"]
    values = table[names].to_numpy(dtype=numpy.float32).astype(numpy.float64)
    train = (table.application_date < "2023-07-01").to_numpy()
    model = HistGradientBoostingClassifier(max_iter=20, max_leaf_nodes=8, random_state=1)
    model.fit(values[train], table.defaulted[train].astype(int))
    a = {}
    for tree, (predictor,) in enumerate(model._predictors):
        thresholds = floor32(predictor.nodes["num_threshold"])
        for place, node in enumerate(predictor.nodes):
            row = {
                "nodes_treeids": tree,
                "nodes_nodeids": place,
                "nodes_featureids": int(node["feature_idx"]),
                "nodes_values": 0.0 if node["is_leaf"] else float(thresholds[place]),
                "nodes_modes": "LEAF" if node["is_leaf"] else "BRANCH_LEQ",
                "nodes_truenodeids": int(node["left"]),
                "nodes_falsenodeids": int(node["right"]),
                "nodes_missing_value_tracks_true": int(node["missing_go_to_left"]),
            }
            if node["is_leaf"]:
                row.update(class_treeids=tree, class_nodeids=place, class_ids=0, class_weights=float(node["value"]))
            for key, value in row.items():
                a.setdefault(key, []).append(value)
    ensemble = helper.make_node(
        "TreeEnsembleClassifier",
        ["X"],
        ["output_label", "numbers"],
        domain=ML,
        base_values=[float(model._baseline_prediction.ravel()[0])],
        classlabels_int64s=[0, 1],
        post_transform="LOGISTIC",
        **a,
    )
    named = helper.make_node("ZipMap", ["numbers"], ["output_probability"], domain=ML, classlabels_int64s=[0, 1])
    save(
        "trees",
        [ensemble, named],
        [tensor("X", TensorProto.FLOAT, None, len(names))],
        [tensor("output_label", TensorProto.INT64, None), maps("output_probability")],
        notes={"feature_names": str(names)},
    )
    golden = table[["application_id"]].assign(probability=model.predict_proba(values)[:, 1])[::50]
    golden.to_csv(HERE + "trees.csv", index=False, float_format="%.10f")


def small():
    matrix = [tensor("X", TensorProto.FLOAT, None, 2)]
    one = numpy.array([[2.0], [-1.0]], dtype=numpy.float32)
    nodes = [helper.make_node("MatMul", ["X", "w"], ["z"]), helper.make_node("Sigmoid", ["z"], ["p"])]
    save("line", nodes, matrix, [tensor("p", TensorProto.FLOAT, None, 1)], [("w", one)])
    three = numpy.array([[2.0, 0.0, 1.0], [-1.0, 1.0, 0.0]], dtype=numpy.float32)
    nodes = [helper.make_node("MatMul", ["X", "w"], ["z"]), helper.make_node("Softmax", ["z"], ["p"], axis=1)]
    save("three", nodes, matrix, [tensor("p", TensorProto.FLOAT, None, 3)], [("w", three)])
    nodes = [helper.make_node("MatMul", ["X", "w"], ["z"]), helper.make_node("ArgMax", ["z"], ["label"], axis=1)]
    save("label", nodes, matrix, [tensor("label", TensorProto.INT64, None, 1)], [("w", three)])


champion()
trees()
small()
