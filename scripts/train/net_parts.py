"""What the training of both nets shares: word vectors to begin with, small tables, the average of weights, and the files."""

import json

import torch
from torch import nn


def project(vectors, width):
    """The `width` directions in which the vectors differ most, scaled to unit variance on average."""
    known = vectors[vectors.abs().sum(1) > 0]
    centred = known - known.mean(0)
    values, directions = torch.linalg.eigh(centred.T @ centred / len(known))
    best = directions[:, torch.argsort(values, descending=True)[:width]]
    # The sign of a direction is arbitrary: fix it.
    best = best * torch.sign(best.gather(0, best.abs().max(0).indices[None]))
    result = (vectors - known.mean(0)) @ best
    result[vectors.abs().sum(1) == 0] = 0
    return result / result[vectors.abs().sum(1) > 0].std() * 0.5


def tables(sizes):
    """A table of random vectors for each name; `sizes` has its rows and width."""
    made = nn.ModuleDict({name: nn.Embedding(rows, width) for name, (rows, width) in sizes.items()})
    for table in made.values():
        nn.init.normal_(table.weight, std=0.3)
    return made


def both_ways(lstm, x, lengths):
    """What a bidirectional LSTM of one layer says: each direction on rows of one length, twice as fast as packed ones."""
    # The second direction reads every row from its own end.
    steps = torch.arange(x.shape[1])[None]
    back = torch.where(steps < lengths[:, None], lengths[:, None] - 1 - steps, steps)
    turn = lambda rows: rows.gather(1, back[:, :, None].expand(-1, -1, rows.shape[2]))
    zero = x.new_zeros(1, x.shape[0], lstm.hidden_size)
    one = lambda rows, weights: torch.lstm(rows, (zero, zero), weights, True, 1, 0.0, False, False, True)[0]
    ahead, behind = (list(weights) for weights in lstm.all_weights)
    return torch.cat([one(x, ahead), turn(one(turn(x), behind))], -1)


def follow(average, net, seen):
    """Lets the average of the weights follow the net, closely at first; `seen` counts the steps so far."""
    keep = min(0.998, seen / (seen + 10))
    with torch.no_grad():
        for a, p in zip(average, net.parameters()):
            a.mul_(keep).add_(p, alpha=1 - keep)


def write(folder, net, weights):
    """All weights one after the other, as 32-bit numbers, and their names and shapes."""
    named = [(name, w.detach()) for (name, _), w in zip(net.named_parameters(), weights)]
    (folder / "net.json").write_text(json.dumps([{"name": name, "shape": list(w.shape)} for name, w in named]))
    (folder / "net.f32").write_bytes(b"".join(w.contiguous().numpy().tobytes() for _, w in named))
