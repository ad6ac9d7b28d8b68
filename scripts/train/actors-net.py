"""Trains the net of the actors engine on what actors-net-data.ts wrote.

    python3 actors-net.py FOLDER [--seed N] [--last-rounds]

Reads tokens.i32, lengths.i32, last.i32, words.txt and vectors.f32; writes net.json (names and shapes) and net.f32 (all weights, in that order).
One layer of a bidirectional LSTM reads a sentence and scores the labels of every token; the engine adds its scores to the tagger's.
Needs PyTorch (python3-torch); seeds are fixed, so the same machine gives the same weights.
"""

import argparse
import math
import os
import random
import time
from pathlib import Path

# Threads of the linear algebra wait for one another: on a busy machine one alone is several times as fast.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import torch
from torch import nn

from net_parts import both_ways, follow, project, tables, write

SMALL = {"cluster": (1001, 16), "suffix": (1024, 8), "prefix": (1024, 8), "shape": (256, 8)}
KNOWN, SIGNS, BITS = 20, 24, 44
WORD, HIDDEN, LABELS = 48, 48, 17
BATCH = 48
LONGEST = 120
# Rounds of all labels, then of those that people made.
FIRST_ROUNDS, LAST_ROUNDS = 4, 3


class Net(nn.Module):
    def __init__(self, vectors):
        super().__init__()
        self.word = nn.Embedding.from_pretrained(vectors, freeze=False)
        self.small = tables(SMALL)
        width = WORD + sum(width for _, width in SMALL.values()) + BITS
        self.layer = nn.LSTM(width, HIDDEN, bidirectional=True, batch_first=True)
        self.labels = nn.Linear(2 * HIDDEN, LABELS)
        self.drop = nn.Dropout(0.3)

    def forward(self, tokens, lengths):
        known = (tokens[..., 5, None] >> torch.arange(KNOWN)) & 1
        signs = (tokens[..., 6, None] >> torch.arange(SIGNS)) & 1
        parts = [self.word(tokens[..., 0])] + [self.small[name](tokens[..., 1 + at]) for at, name in enumerate(SMALL)]
        x = self.drop(torch.cat(parts + [known.float(), signs.float()], -1))
        return self.labels(self.drop(both_ways(self.layer, x, lengths)))


def batches(lengths, rng):
    order = sorted(range(len(lengths)), key=lambda i: (lengths[i] + rng.random() * 6, i))
    groups = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    rng.shuffle(groups)
    return groups


def loss_of(net, rows, rng_word):
    lengths = torch.tensor([len(row) for row in rows])
    tokens = nn.utils.rnn.pad_sequence(rows, batch_first=True)
    # A word that is hidden now and then teaches what to do about unknown ones; its cluster goes with it half of the time.
    hidden = torch.rand(tokens.shape[:2], generator=rng_word) < 0.12
    half = hidden & (torch.rand(tokens.shape[:2], generator=rng_word) < 0.5)
    tokens[..., 0] *= ~hidden
    tokens[..., 1] *= ~half
    scores = torch.log_softmax(net(tokens, lengths), -1)
    # Several labels are permitted where a source leaves some out: their sum counts. Padding permits none.
    allowed = ((tokens[..., 7, None] >> torch.arange(LABELS)) & 1).bool()
    real = allowed.any(-1)
    return -torch.logsumexp(scores.masked_fill(~allowed, -1e9), -1)[real].mean()


def train(net, rows, seed, epochs, rate):
    """Trains for `epochs` epochs; leaves in the net the average of its last weights."""
    rng, rng_word = random.Random(seed), torch.Generator().manual_seed(seed)
    lengths = [len(row) for row in rows]
    optimiser = torch.optim.Adam(net.parameters(), lr=rate)
    steps = math.ceil(len(rows) / BATCH)
    total = epochs * steps
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda n: min(1, n / 200) * (0.03 + 0.97 * (1 + math.cos(math.pi * min(1, n / total))) / 2))
    average = [p.detach().clone() for p in net.parameters()]
    print(f"{len(rows)} sentences, {sum(lengths)} tokens, {steps} steps an epoch", flush=True)
    seen = 0
    for epoch in range(epochs):
        started, loss_sum, done = time.time(), 0.0, 0
        for group in batches(lengths, rng):
            loss = loss_of(net, [rows[i] for i in group], rng_word)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            seen, done, loss_sum = seen + 1, done + 1, loss_sum + loss.item()
            follow(average, net, seen)
            if done % 100 == 0:
                print(f"  step {done}: loss {loss_sum / done:.4f}, {time.time() - started:.0f} s", flush=True)
        print(f"epoch {epoch + 1}: loss {loss_sum / done:.4f}, {time.time() - started:.0f} s", flush=True)
    with torch.no_grad():
        for a, p in zip(average, net.parameters()):
            p.copy_(a)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=20260107)
    parser.add_argument("--last-rounds", action="store_true", help="go on from what the first rounds wrote")
    options = parser.parse_args()
    # Sums in another order would be other weights: one thread, whatever the machine.
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    read = lambda name, kind: torch.frombuffer(bytearray((options.folder / name).read_bytes()), dtype=kind)
    count = len((options.folder / "words.txt").read_text().split("\n")) + 1
    net = Net(project(read("vectors.f32", torch.float32).reshape(count, 100), WORD))
    lengths = read("lengths.i32", torch.int32).tolist()
    rows = [row[:LONGEST] for row in read("tokens.i32", torch.int32).long().reshape(-1, 8).split(lengths)]
    if options.last_rounds:
        weights = read("net.f32", torch.float32)
        with torch.no_grad():
            for p, part in zip(net.parameters(), weights.split([p.numel() for p in net.parameters()])):
                p.copy_(part.reshape(p.shape))
    else:
        train(net, rows, options.seed, FIRST_ROUNDS, 3e-3)
        write(options.folder, net, net.parameters())
    # Then what people labelled, alone, so that the faults of the silver labels have not the last word.
    last = read("last.i32", torch.int32).tolist()
    torch.manual_seed(options.seed + 1)
    train(net, [row for row, times in zip(rows, last) for _ in range(times)], options.seed + 1, LAST_ROUNDS, 1e-3)
    write(options.folder, net, net.parameters())


main()
