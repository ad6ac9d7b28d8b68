// How the claim engine's time grows with the text: node --import tsx tests/bench/claims-growth.mjs
// Prints CPU milliseconds by words, and for 5,000 characters, without the actor engine.
import { existsSync, readFileSync } from 'node:fs';
import { loadClaimModel } from '../../lib/claims/claim-model';
import { findClaims } from '../../lib/claims/find-claims';
import { blocksOf } from '../../lib/text/blocks';

const file = new URL('../../assets/models/claims.bin', import.meta.url);
const model = existsSync(file) ? loadClaimModel(readFileSync(file)) : null;

// Own writing: a paragraph with direct, indirect and reported speech, varied by number so that no two are the same.
const paragraph = (n) =>
  `“The harbour will close in ${n} days,” Mira Tovan said on Monday, after talks with the union had failed for the second time. ` +
  `The mayor, who has opposed the plan since May, called it “a gift to Norland” and promised to go to court. According to a report ` +
  `by the port office, ${n} ships left the town last year, more than ever before. Few in the town believe that they will come back.`;

function textOf(words) {
  const parts = [];
  for (let n = 0, count = 0; count < words; n++) {
    parts.push(paragraph(n));
    count += paragraph(n).split(' ').length;
  }
  return parts.join('\n');
}

function cpuMs(text) {
  const start = process.cpuUsage();
  findClaims(text, blocksOf(text), [], model);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

for (let i = 0; i < 5; i++) cpuMs(textOf(1000));
const short = textOf(1000).slice(0, 5000);
const runs = Array.from({ length: 15 }, () => cpuMs(short)).sort((a, b) => a - b);
console.log(JSON.stringify({ characters: 5000, ms: Math.round(runs[7]) }));
for (const words of [1000, 10_000, 100_000])
  console.log(JSON.stringify({ words, ms: Math.round(cpuMs(textOf(words))) }));
