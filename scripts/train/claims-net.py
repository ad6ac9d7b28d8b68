"""Trains the net of the claim engine on what claims-net-data.ts wrote.

    python3 claims-net.py FOLDER [--epochs N] [--seed N] [--out FOLDER]

Reads paragraphs.jsonl, words.txt and vectors.f32; writes into the second folder net.json (names and shapes) and net.f32 (all weights, in that order).
Two layers of a bidirectional LSTM tag source, cue and content; a second one reads, for one cue, which tokens are its source and content.
Needs PyTorch (python3-torch); seeds are fixed, so the same machine gives the same weights.
"""

import argparse
import json
import math
import os
import random
import time
from pathlib import Path

# Threads of the linear algebra wait for one another: on a busy machine one alone is several times as fast.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import torch
from torch import nn

from net_parts import follow, project, tables, write

SMALL = {"suffix": (2048, 8), "verb": (26, 6), "kind": (9, 4), "quote": (4, 4), "form": (6, 4), "fromStart": (11, 4), "toEnd": (11, 2)}
RELATIONS = {"distance": 21, "sentence": 5, "quote": 16}
WORD, HIDDEN, LINK, LINK_HIDDEN, TAGS = 64, 48, 40, 32, 7
BATCH = 32
LEAST_STEPS = 3000


class Net(nn.Module):
    def __init__(self, vectors):
        super().__init__()
        self.word = nn.Embedding.from_pretrained(vectors, freeze=False)
        self.small = tables(SMALL)
        width = WORD + sum(width for _, width in SMALL.values())
        self.lower = nn.LSTM(width, HIDDEN, bidirectional=True, batch_first=True)
        self.upper = nn.LSTM(2 * HIDDEN, HIDDEN, bidirectional=True, batch_first=True)
        self.tags = nn.Linear(2 * HIDDEN, TAGS)
        self.token = nn.Linear(2 * HIDDEN, LINK)
        self.cue = nn.Linear(4 * HIDDEN, LINK, bias=False)
        self.relation = nn.ModuleDict({name: nn.Embedding(rows, LINK) for name, rows in RELATIONS.items()})
        for table in self.relation.values():
            nn.init.normal_(table.weight, std=0.2)
        self.link = nn.LSTM(LINK, LINK_HIDDEN, bidirectional=True, batch_first=True)
        self.roles = nn.Linear(2 * LINK_HIDDEN, 3)
        self.drop = nn.Dropout(0.33)

    def run(self, lstm, x, lengths):
        # Each direction on rows of one length is twice as fast as packed ones; the second reads every row from its own end.
        steps = torch.arange(x.shape[1])[None]
        back = torch.where(steps < lengths[:, None], lengths[:, None] - 1 - steps, steps)
        turn = lambda rows: rows.gather(1, back[:, :, None].expand(-1, -1, rows.shape[2]))
        zero = x.new_zeros(1, x.shape[0], lstm.hidden_size)
        one = lambda rows, weights: torch.lstm(rows, (zero, zero), weights, True, 1, 0.0, False, False, True)[0]
        ahead, behind = (list(weights) for weights in lstm.all_weights)
        return torch.cat([one(x, ahead), turn(one(turn(x), behind))], -1)

    def read(self, words, small, lengths):
        parts = [self.word(words)] + [self.small[name](small[name]) for name in SMALL]
        x = self.drop(torch.cat(parts, -1))
        h = self.drop(self.run(self.lower, x, lengths))
        return self.drop(self.run(self.upper, h, lengths))

    def links(self, h, cues):
        # Rows of all paragraphs one after the other: taking them by number is many times as fast as slice by slice.
        longest, flat = h.shape[1], h.reshape(-1, h.shape[2])
        widths = torch.tensor([b - a for _, (a, b, _, _), _ in cues])
        ends = torch.tensor([[p * longest + f, p * longest + l - 1] for p, (_, _, f, l), _ in cues])
        starts = torch.tensor([p * longest + a for p, (a, _, _, _), _ in cues])
        steps = torch.arange(int(widths.max()))[None]
        places = starts[:, None] + torch.minimum(steps, widths[:, None] - 1)
        u = self.token(flat).index_select(0, places.reshape(-1)).reshape(*places.shape, LINK)
        for name in RELATIONS:
            rows = nn.utils.rnn.pad_sequence([c[name] for _, _, c in cues], batch_first=True)
            u = u + self.relation[name](rows)
        firsts = flat.index_select(0, ends.reshape(-1)).reshape(len(cues), -1)
        u = self.drop(torch.relu(u + self.cue(firsts)[:, None]))
        return self.roles(self.drop(self.run(self.link, u, widths)))


def load(folder):
    rows = []
    for line in open(folder / "paragraphs.jsonl"):
        row = json.loads(line)
        t = lambda values: torch.tensor(values, dtype=torch.long)
        cues = [(c["at"], {"distance": t(c["d"]), "sentence": t(c["n"]), "quote": t(c["q"]), "y": t(c["y"])}) for c in row["c"]]
        # What is longer than a paragraph gets is cut for the memory's sake, with its cues.
        rows.append((t(row["w"])[:400], {k: t(v)[:400] for k, v in row["s"].items()}, t(row["t"])[:400], [c for c in cues if c[0][1] <= 400]))
    return [row for row in rows if len(row[0]) > 0]


def batches(rows, rng):
    order = sorted(range(len(rows)), key=lambda i: (len(rows[i][0]) + rng.random() * 12, i))
    groups = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    rng.shuffle(groups)
    return groups


def step(net, rows, rng_word):
    pad = lambda xs, v=0: nn.utils.rnn.pad_sequence(xs, batch_first=True, padding_value=v)
    lengths = torch.tensor([len(r[0]) for r in rows])
    words = pad([r[0] for r in rows])
    # A word that is hidden now and then teaches what to do about unknown ones.
    words = words * (torch.rand(words.shape, generator=rng_word) >= 0.08)
    h = net.read(words, {name: pad([r[1][name] for r in rows]) for name in SMALL}, lengths)
    tags = net.tags(h)
    gold = pad([r[2] for r in rows], -1)
    loss = nn.functional.cross_entropy(tags.reshape(-1, TAGS), gold.reshape(-1), ignore_index=-1)
    cues = [(p, at, c) for p, r in enumerate(rows) for at, c in r[3]]
    if not cues:
        return loss
    roles = net.links(h, cues)
    y = pad([c["y"] for _, _, c in cues], -1)
    return loss + nn.functional.cross_entropy(roles.reshape(-1, 3), y.reshape(-1), ignore_index=-1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--epochs", type=int, help="14, or more where there is little to learn from")
    parser.add_argument("--seed", type=int, default=20260106)
    parser.add_argument("--out", type=Path, help="where the net goes; FOLDER if not named")
    options = parser.parse_args()
    # Sums in another order would be other weights: one thread, whatever the machine.
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    rng, rng_word = random.Random(options.seed), torch.Generator().manual_seed(options.seed)
    count = len((options.folder / "words.txt").read_text().split("\n")) + 1
    vectors = torch.frombuffer(bytearray((options.folder / "vectors.f32").read_bytes()), dtype=torch.float32).reshape(count, 100)
    net = Net(project(vectors, WORD))
    rows = load(options.folder)
    optimiser = torch.optim.Adam(net.parameters(), lr=2e-3)
    steps = math.ceil(len(rows) / BATCH)
    epochs = options.epochs or max(14, math.ceil(LEAST_STEPS / steps))
    total = epochs * steps
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda n: min(1, n / 200) * (0.05 + 0.95 * (1 + math.cos(math.pi * min(1, n / total))) / 2))
    average = [p.detach().clone() for p in net.parameters()]
    seen = 0
    for epoch in range(epochs):
        started, loss_sum, done = time.time(), 0.0, 0
        for group in batches(rows, rng):
            loss = step(net, [rows[i] for i in group], rng_word)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            seen, done, loss_sum = seen + 1, done + 1, loss_sum + loss.item()
            follow(average, net, seen)
        print(f"seed {options.seed}, epoch {epoch + 1}: loss {loss_sum / done:.4f}, {time.time() - started:.0f} s", flush=True)
        write(options.out or options.folder, net, average)


main()
