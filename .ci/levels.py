"""Holds the comparison to its levels: levels.py BENCH.json REALPAIRS.json, the answers of the two benchmarks."""
import json
import sys

# group: (hard links F1, class macro-F1, words F1), the least that is accepted
BENCH = {"size 20": (0.97, 0.94, 0.97), "size 200": (0.95, 0.93, 0.94)}
REAL = {"all ": (0.934, 0.731, 0)}


def short(path, levels):
    answer = json.load(open(path, encoding="utf-8"))
    faults = [f"{name}: {err}" for name, err, _ in answer.get("edges", []) if err]
    for group, (hard, classes, words) in levels.items():
        s = answer["summary"][group]
        got = s["hard_links"]["F1"], s["class_macroF1"], s["words"]["F1"] or 0
        if s["failed"] or any(g < least for g, least in zip(got, (hard, classes, words))):
            faults.append(f"{group.strip()}: hard {got[0]:.3f}, classes {got[1]:.3f}, words {got[2]:.3f}, {s['failed']} failed")
    return faults


faults = short(sys.argv[1], BENCH) + short(sys.argv[2], REAL)
sys.exit("the comparison fell below its level: " + "; ".join(faults) if faults else 0)
