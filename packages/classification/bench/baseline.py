"""Reproduces the two reference marks with scikit-learn, outside the runtime.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install scikit-learn
    /tmp/venv/bin/python packages/classification/bench/baseline.py

Trains on the starting corpus and judges on the test set in other styles and in 5-fold cross-validation.
Pipeline "signalen" is the one that Signalen's classification service uses (lower-cased words without Dutch
stop words, light stem, term frequency with L2 norm, one-vs-rest L1 logistic regression). Pipeline "strong"
is words and characters with tf-idf and multinomial logistic regression. Writes baseline.json beside itself.
"""

import json
import re
import time
from pathlib import Path

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import make_pipeline, make_union

HERE = Path(__file__).parent
DATA = HERE.parent / "corpus"
STOP_WORDS = set(
    "de het een en van in is op te dat die voor met er aan niet zijn ook om bij als maar was dan nog naar "
    "of uit door over ik je we wij ze zij hij u mijn onze ons uw dit deze daar hier heeft hebben wordt".split()
)


def read(name):
    rows = [json.loads(line) for line in (DATA / name).read_text("utf8").splitlines() if line]
    return [row["text"] for row in rows], [row["category"] for row in rows]


def stem(word):
    return re.sub(r"(heden|ende|en|e|s)$", "", word) if len(word) > 4 else word


def analyse(text):
    return [stem(w) for w in re.findall(r"\w+", text.lower()) if w not in STOP_WORDS]


def signalen():
    words = TfidfVectorizer(analyzer=analyse, use_idf=False)
    return make_pipeline(words, OneVsRestClassifier(LogisticRegression(solver="liblinear", l1_ratio=1, max_iter=300)))


def strong():
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=1)
    characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2)
    return make_pipeline(make_union(words, characters), LogisticRegression(C=10, max_iter=200))


def main_of(label):
    return label.split("/")[0]


def top_k(model, probabilities, labels, k, group=None):
    classes = list(model.classes_)
    hits = 0
    for row, label in zip(probabilities, labels):
        if group is None:
            ranked = [classes[i] for i in row.argsort()[::-1]]
            wanted = label
        else:
            sums = {}
            for i, p in enumerate(row):
                sums[group(classes[i])] = sums.get(group(classes[i]), 0) + p
            ranked = sorted(sums, key=sums.get, reverse=True)
            wanted = group(label)
        hits += wanted in ranked[:k]
    return round(hits / len(labels), 4)


def judge(build, train, test):
    started = time.time()
    model = build().fit(*train)
    seconds = time.time() - started
    p = model.predict_proba(test[0])
    predicted = [model.classes_[i] for i in p.argmax(axis=1)]
    return {
        "n": len(test[0]),
        "main": {"top1": top_k(model, p, test[1], 1, main_of), "top3": top_k(model, p, test[1], 3, main_of)},
        "sub": {"top1": top_k(model, p, test[1], 1), "top3": top_k(model, p, test[1], 3)},
        "macroF1": round(f1_score(test[1], predicted, average="macro"), 4),
        "trainingSeconds": round(seconds, 1),
    }


def average(rows):
    first = rows[0]
    return {
        key: average([row[key] for row in rows])
        if isinstance(first[key], dict)
        else round(sum(row[key] for row in rows) / len(rows), 4)
        for key in first
    }


def cross_validate(build, data):
    texts, labels = data
    rows = []
    for train, test in StratifiedKFold(5, shuffle=True, random_state=1).split(texts, labels):
        pick = lambda index: ([texts[i] for i in index], [labels[i] for i in index])
        rows.append(judge(build, pick(train), pick(test)))
    return average(rows)


if __name__ == "__main__":
    corpus, other = read("train.jsonl"), read("test-other-styles.jsonl")
    result = {}
    for name, build in (("signalen", signalen), ("strong", strong)):
        result[name] = {"otherStyles": judge(build, corpus, other), "crossValidation": cross_validate(build, corpus)}
        print(name, json.dumps(result[name]))
    (HERE / "baseline.json").write_text(json.dumps(result, indent=2) + "\n")
