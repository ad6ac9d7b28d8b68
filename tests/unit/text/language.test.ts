import { describe, expect, it } from 'vitest';
import { looksEnglish } from '../../../lib/text/language';

describe('telling English from other languages', () => {
  it.each([
    [
      'a report',
      'The minister said on Tuesday that the harbour would be closed for two days after the storm.',
    ],
    [
      'a table of results',
      'Results Sunday Halden 3 Orvik 1 Tarn 0 Melby 0 Quay United 2 Strand Rovers 2 Norby 4 Vik 1',
    ],
    [
      'a list of names',
      'Ana Okoye Tomas Lind Ravi Menon Ilse Brandt Joao Reis Keala Fonoti Mai Tran Omar Said Per Dahl',
    ],
    [
      'English with German names',
      'Die Welt and Der Spiegel were the first to report on the talks, which the ministry had denied, from the harbour.',
    ],
    ['capitals', 'THE MINISTER SAID THAT THE PORT WOULD BE CLOSED AND THAT THE CREWS WERE AT HOME'],
    ['a headline in another language, too short to tell', 'Der Hafen ist zu'],
    ['nothing', ''],
  ])('reads %s', (_name, text) => {
    expect(looksEnglish(text)).toBe(true);
  });

  it.each([
    [
      'German',
      'Der Hafen bleibt nach dem Sturm für zwei Tage geschlossen, wie die Behörde am Dienstag mitteilte, und die Schiffe warten auf See.',
    ],
    [
      'French',
      'Le port reste fermé pour deux jours après la tempête, selon les autorités qui ont parlé mardi avec les pêcheurs dans la ville.',
    ],
    [
      'Spanish',
      'El puerto sigue cerrado por dos días después de la tormenta, según las autoridades que hablaron con los pescadores el martes.',
    ],
    [
      'Polish',
      'Port pozostanie zamknięty przez dwa dni po burzy, jak się dowiadujemy, ale nie jest to decyzja ostateczna i władze w mieście czekają na raport.',
    ],
    [
      'Turkish',
      'Liman fırtına sonrası iki gün için kapalı ve bu karar çok daha önce bir toplantı ile alındı, olarak açıklama yapıldı.',
    ],
    ['Russian', 'Порт останется закрытым на два дня после шторма, сообщили власти во вторник.'],
    ['Arabic', 'سيبقى الميناء مغلقا لمدة يومين بعد العاصفة كما أعلنت السلطات يوم الثلاثاء'],
    [
      'a long text in a language that is not listed',
      'Bandari itafungwa baada kimbunga wavuvi wanasubiri kwenye bahari '.repeat(15),
    ],
    ['Japanese', '港は嵐の後、二日間閉鎖されると当局が火曜日に発表した。漁師たちは海で待っている。'],
  ])('leaves %s to itself', (_name, text) => {
    expect(looksEnglish(text)).toBe(false);
  });
});
