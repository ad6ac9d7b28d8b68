/**
 * Claims as two newspapers word them, written for this test. `same`: a reader would say “I have met this claim before”;
 * `other`: the same subject or the same words, but another claim. The threshold was set on `TUNED`; the figures of the test
 * are those of `HELD_OUT`, which was written with it and not looked at for it.
 */
export interface ClaimPairs {
  readonly same: readonly (readonly [string, string])[];
  readonly other: readonly (readonly [string, string])[];
}

export const TUNED: ClaimPairs = {
  same: [
    [
      'the harbour would reopen to freight within two weeks',
      'freight ships could use the harbour again in two weeks',
    ],
    [
      'the reservoir holds only nine percent of its usual volume',
      'only nine percent of the usual volume is left in the reservoir',
    ],
    [
      'inflation will fall below four percent by the end of the year',
      'by year-end inflation is expected to drop below four percent',
    ],
    ['no customer data was stolen in the attack', 'the attackers did not steal any customer data'],
    [
      'the bridge had been inspected three months before it collapsed',
      'inspectors examined the bridge three months before the collapse',
    ],
    [
      'the ministry had ignored repeated warnings about the dam',
      'repeated warnings about the dam were ignored by the ministry',
    ],
    ['turnout reached 61 percent', 'turnout in the election stood at 61 percent, the commission said'],
    [
      'the ceasefire was broken by shelling near the northern checkpoint',
      'shelling near the northern checkpoint broke the ceasefire',
    ],
    [
      'the new tariff will cost farmers 40 million a year',
      'farmers stand to lose 40 million a year under the new tariff',
    ],
    ['vaccination is not linked to the deaths', 'the deaths are not linked to the vaccination campaign'],
    [
      'the airline will cut 1,200 jobs and close its base in Leeds',
      'the airline is closing the Leeds base, with the loss of 1200 jobs',
    ],
    ['We will not negotiate with hostage takers', 'there would be no negotiating with hostage takers'],
    [
      'the glacier has lost a third of its ice since 1990',
      'since 1990 a third of the ice of the glacier has been lost',
    ],
    ['every school will have a nurse by September', 'a nurse will be placed in every school by September'],
  ],
  other: [
    [
      'the harbour would reopen to freight within two weeks',
      'the harbour authority dismissed two managers over the freight scandal',
    ],
    [
      'inflation will fall below four percent by the end of the year',
      'unemployment rose to four percent last year',
    ],
    ['turnout reached 61 percent', 'the commission expects a high turnout in the capital'],
    ['no customer data was stolen in the attack', 'the attack cost the bank twelve million in lost business'],
    [
      'the bridge had been inspected three months before it collapsed',
      'a new bridge will be built within three years',
    ],
    [
      'the new tariff will cost farmers 40 million a year',
      'the farmers blocked the road to the ministry with tractors',
    ],
    [
      'the airline will cut 1,200 jobs and close its base in Leeds',
      'the airline carried a record number of passengers',
    ],
    ['every school will have a nurse by September', 'the school year begins in September'],
    ['the glacier has lost a third of its ice since 1990', 'the ice on the lake is too thin to walk on'],
    [
      'the ministry had ignored repeated warnings about the dam',
      'the ministry will publish its report on the dam in May',
    ],
    ['We will not negotiate with hostage takers', 'the hostages are in good health'],
    ['vaccination is not linked to the deaths', 'the vaccination campaign reached two million children'],
    [
      'the ceasefire was broken by shelling near the northern checkpoint',
      'the checkpoint in the north will open on Monday',
    ],
    [
      'the reservoir holds only nine percent of its usual volume',
      'the reservoir was built by prisoners in the 1950s',
    ],
  ],
};

export const HELD_OUT: ClaimPairs = {
  same: [
    [
      'the mine would poison the river for generations',
      'for generations to come the river would be poisoned by the mine',
    ],
    [
      'wages in the public sector must rise by six percent',
      'public sector wages have to go up by six percent',
    ],
    [
      'the minister had personally ordered the arrests',
      'the arrests were ordered by the minister personally',
    ],
    ['half of the wells in the district are dry', 'in the district, half of all wells have run dry'],
    [
      'the company knew of the faulty brakes as early as 2019',
      'already in 2019 the company knew that the brakes were faulty',
    ],
    [
      'the police used tear gas against peaceful protesters',
      'peaceful protesters were met with tear gas, the police admitted',
    ],
    [
      'the ferry was carrying twice as many passengers as allowed',
      'the ferry had twice the allowed number of passengers on board',
    ],
    ['nobody will lose their home because of the tunnel', 'no one is going to lose a home to the tunnel'],
    [
      'the orchestra will be dissolved unless the city pays its debts',
      'unless its debts are paid by the city, the orchestra faces being dissolved',
    ],
    [
      'the election was stolen by means of forged ballots',
      'forged ballots had been used to steal the election',
    ],
    ['cod stocks have halved in a decade', 'within a decade, stocks of cod were cut in half'],
    [
      'the border will stay closed until the end of the talks',
      'until the talks end, the border is to stay closed',
    ],
    ['the vaccine is safe for pregnant women', 'pregnant women can safely take the vaccine'],
    [
      'rents in the old town have doubled since the games',
      'since the games, rents in the old town are twice what they were',
    ],
  ],
  other: [
    [
      'the mine would poison the river for generations',
      'the mine employs four hundred people from the river villages',
    ],
    [
      'wages in the public sector must rise by six percent',
      'the public sector employs six percent more people than in 2020',
    ],
    ['the minister had personally ordered the arrests', 'the minister was arrested on Friday morning'],
    ['half of the wells in the district are dry', 'the district has drilled forty new wells'],
    [
      'the company knew of the faulty brakes as early as 2019',
      'the company will replace the brakes free of charge',
    ],
    ['the police used tear gas against peaceful protesters', 'the protesters threw stones at the police'],
    [
      'the ferry was carrying twice as many passengers as allowed',
      'the ferry passengers were taken to hospital',
    ],
    ['the election was stolen by means of forged ballots', 'ballots for the election will be printed abroad'],
    ['cod stocks have halved in a decade', 'the price of cod has doubled in a decade'],
    ['the border will stay closed until the end of the talks', 'the talks on the border begin on Thursday'],
    ['the vaccine is safe for pregnant women', 'the vaccine will be available in March'],
    [
      'rents in the old town have doubled since the games',
      'the old town attracted a million visitors during the games',
    ],
    [
      'the orchestra will be dissolved unless the city pays its debts',
      'the city orchestra plays twice a week',
    ],
    ['nobody will lose their home because of the tunnel', 'the tunnel will shorten the way home by an hour'],
  ],
};
