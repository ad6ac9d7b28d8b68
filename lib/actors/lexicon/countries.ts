/**
 * One state a line: `name=alias=…|capital,…|nationality,…`. Written for this project. Names that only part of the world
 * recognises as states are here because news treats them as actors; being listed takes no side.
 */
export const COUNTRIES = `
Afghanistan=Islamic Republic of Afghanistan=Islamic Emirate of Afghanistan=Islamic Emirate|Kabul|Afghan,Afghans
Albania|Tirana|Albanian,Albanians
Algeria|Algiers|Algerian,Algerians
Andorra|Andorra la Vella|Andorran,Andorrans
Angola|Luanda|Angolan,Angolans
Antigua and Barbuda||Antiguan,Antiguans
Argentina|Buenos Aires|Argentine,Argentinian,Argentines,Argentinians
Armenia|Yerevan|Armenian,Armenians
Australia=Commonwealth of Australia|Canberra|Australian,Australians
Austria|Vienna|Austrian,Austrians
Azerbaijan|Baku|Azerbaijani,Azeri,Azerbaijanis,Azeris
Bahamas=The Bahamas|Nassau|Bahamian,Bahamians
Bahrain|Manama|Bahraini,Bahrainis
Bangladesh|Dhaka|Bangladeshi,Bangladeshis
Barbados|Bridgetown|Barbadian,Barbadians
Belarus|Minsk|Belarusian,Belarusians,Belarussian
Belgium|Brussels|Belgian,Belgians
Belize|Belmopan|Belizean,Belizeans
Benin|Porto-Novo|Beninese
Bhutan|Thimphu|Bhutanese
Bolivia|La Paz|Bolivian,Bolivians
Bosnia and Herzegovina=Bosnia-Herzegovina=Bosnia|Sarajevo|Bosnian,Bosnians
Botswana|Gaborone|Botswanan
Brazil|Brasilia,Brasília|Brazilian,Brazilians
Brunei|Bandar Seri Begawan|Bruneian
Bulgaria|Sofia|Bulgarian,Bulgarians
Burkina Faso|Ouagadougou|Burkinabe
Burundi|Bujumbura|Burundian,Burundians
Cambodia|Phnom Penh|Cambodian,Cambodians
Cameroon|Yaounde,Yaoundé|Cameroonian,Cameroonians
Canada|Ottawa|Canadian,Canadians
Cape Verde=Cabo Verde|Praia|Cape Verdean
Central African Republic|Bangui|Central African
Chad|N'Djamena|Chadian,Chadians
Chile|Santiago|Chilean,Chileans
China=People's Republic of China=PRC|Beijing|Chinese
Colombia|Bogota,Bogotá|Colombian,Colombians
Comoros|Moroni|Comoran,Comorian
Congo=Democratic Republic of Congo=Democratic Republic of the Congo=Republic of Congo=DR Congo=DRC|Kinshasa,Brazzaville|Congolese
Costa Rica||Costa Rican,Costa Ricans
Croatia|Zagreb|Croatian,Croat,Croats,Croatians
Cuba|Havana|Cuban,Cubans
Cyprus|Nicosia|Cypriot,Cypriots
Czech Republic=Czechia|Prague|Czech,Czechs
Denmark|Copenhagen|Danish,Dane,Danes
Djibouti||Djiboutian
Dominica||
Dominican Republic|Santo Domingo|Dominican,Dominicans
East Timor=Timor-Leste|Dili|East Timorese,Timorese
Ecuador|Quito|Ecuadorian,Ecuadorean,Ecuadorians
Egypt|Cairo|Egyptian,Egyptians
El Salvador|San Salvador|Salvadoran,Salvadorans
Equatorial Guinea|Malabo|
Eritrea|Asmara|Eritrean,Eritreans
Estonia|Tallinn|Estonian,Estonians
Eswatini=Swaziland|Mbabane|Swazi
Ethiopia|Addis Ababa|Ethiopian,Ethiopians
Fiji|Suva|Fijian,Fijians
Finland|Helsinki|Finnish,Finn,Finns
France|Paris|French,Frenchman,Frenchmen
Gabon|Libreville|Gabonese
Gambia=The Gambia|Banjul|Gambian,Gambians
Georgia|Tbilisi|Georgian,Georgians
Germany=Federal Republic of Germany=West Germany=East Germany|Berlin|German,Germans
Ghana|Accra|Ghanaian,Ghanaians
Greece|Athens|Greek,Greeks
Grenada||Grenadian
Guatemala|Guatemala City|Guatemalan,Guatemalans
Guinea|Conakry|Guinean,Guineans
Guinea-Bissau|Bissau|
Guyana|Georgetown|Guyanese
Haiti|Port-au-Prince|Haitian,Haitians
Honduras|Tegucigalpa|Honduran,Hondurans
Hungary|Budapest|Hungarian,Hungarians
Iceland|Reykjavik|Icelandic,Icelander,Icelanders
India=Republic of India|New Delhi,Delhi|Indian,Indians
Indonesia|Jakarta|Indonesian,Indonesians
Iran=Islamic Republic of Iran=Islamic Republic|Tehran,Teheran|Iranian,Iranians,Persian
Iraq|Baghdad|Iraqi,Iraqis
Ireland=Republic of Ireland|Dublin|Irish,Irishman
Israel=State of Israel|Jerusalem,Tel Aviv|Israeli,Israelis
Italy|Rome|Italian,Italians
Ivory Coast=Cote d'Ivoire=Côte d'Ivoire|Abidjan,Yamoussoukro|Ivorian,Ivorians
Jamaica|Kingston|Jamaican,Jamaicans
Japan|Tokyo|Japanese
Jordan|Amman|Jordanian,Jordanians
Kazakhstan|Astana,Almaty|Kazakh,Kazakhs,Kazakhstani
Kenya|Nairobi|Kenyan,Kenyans
Kiribati||
Kosovo|Pristina|Kosovar,Kosovars
Kuwait|Kuwait City|Kuwaiti,Kuwaitis
Kyrgyzstan|Bishkek|Kyrgyz
Laos|Vientiane|Laotian,Laotians,Lao
Latvia|Riga|Latvian,Latvians
Lebanon|Beirut|Lebanese
Lesotho|Maseru|
Liberia|Monrovia|Liberian,Liberians
Libya|Tripoli|Libyan,Libyans
Liechtenstein|Vaduz|
Lithuania|Vilnius|Lithuanian,Lithuanians
Luxembourg||Luxembourger
Madagascar|Antananarivo|Malagasy
Malawi|Lilongwe|Malawian,Malawians
Malaysia|Kuala Lumpur,Putrajaya|Malaysian,Malaysians
Maldives|Male|Maldivian,Maldivians
Mali|Bamako|Malian,Malians
Malta|Valletta|Maltese
Marshall Islands||
Mauritania|Nouakchott|Mauritanian,Mauritanians
Mauritius|Port Louis|Mauritian
Mexico|Mexico City|Mexican,Mexicans
Micronesia||
Moldova|Chisinau|Moldovan,Moldovans
Monaco||
Mongolia|Ulan Bator,Ulaanbaatar|Mongolian,Mongolians
Montenegro|Podgorica|Montenegrin,Montenegrins
Morocco|Rabat|Moroccan,Moroccans
Mozambique|Maputo|Mozambican,Mozambicans
Myanmar=Burma|Naypyidaw,Naypyitaw|Burmese
Namibia|Windhoek|Namibian,Namibians
Nauru||
Nepal|Kathmandu,Katmandu|Nepalese,Nepali,Nepalis
Netherlands=The Netherlands=Holland|Amsterdam,The Hague|Dutch,Dutchman
New Zealand|Wellington|New Zealander,New Zealanders
Nicaragua|Managua|Nicaraguan,Nicaraguans
Niger|Niamey|Nigerien
Nigeria|Abuja|Nigerian,Nigerians
North Korea=Democratic People's Republic of Korea=DPRK|Pyongyang|North Korean,North Koreans
North Macedonia=Macedonia|Skopje|Macedonian,Macedonians
Norway|Oslo|Norwegian,Norwegians
Oman|Muscat|Omani,Omanis
Pakistan=Islamic Republic of Pakistan|Islamabad|Pakistani,Pakistanis
Palau||
Palestine=State of Palestine=Palestinian Territories|Ramallah|Palestinian,Palestinians
Panama|Panama City|Panamanian,Panamanians
Papua New Guinea|Port Moresby|Papuan
Paraguay|Asuncion,Asunción|Paraguayan,Paraguayans
Peru|Lima|Peruvian,Peruvians
Philippines=The Philippines|Manila|Filipino,Philippine,Filipinos
Poland|Warsaw|Polish,Pole,Poles
Portugal|Lisbon|Portuguese
Qatar|Doha|Qatari,Qataris
Romania|Bucharest|Romanian,Romanians
Russia=Russian Federation|Moscow|Russian,Russians
Rwanda|Kigali|Rwandan,Rwandans
Samoa|Apia|Samoan,Samoans
San Marino||
Saudi Arabia=Kingdom of Saudi Arabia|Riyadh|Saudi,Saudis,Saudi Arabian
Senegal|Dakar|Senegalese
Serbia=Serbia and Montenegro|Belgrade|Serbian,Serb,Serbs,Serbians
Seychelles||
Sierra Leone|Freetown|Sierra Leonean
Singapore||Singaporean,Singaporeans
Slovakia|Bratislava|Slovak,Slovaks
Slovenia|Ljubljana|Slovenian,Slovene,Slovenes
Solomon Islands|Honiara|
Somalia|Mogadishu|Somali,Somalis
Somaliland|Hargeisa|
South Africa|Pretoria,Cape Town|South African,South Africans
South Korea=Republic of Korea|Seoul|South Korean,South Koreans,Korean,Koreans
South Sudan|Juba|South Sudanese
Soviet Union=USSR=Union of Soviet Socialist Republics||Soviet,Soviets
Spain|Madrid|Spanish,Spaniard,Spaniards
Sri Lanka|Colombo|Sri Lankan,Sri Lankans
Sudan|Khartoum|Sudanese
Suriname|Paramaribo|Surinamese
Sweden|Stockholm|Swedish,Swede,Swedes
Switzerland|Bern,Berne|Swiss
Syria=Syrian Arab Republic|Damascus|Syrian,Syrians
Taiwan=Republic of China|Taipei|Taiwanese
Tajikistan|Dushanbe|Tajik,Tajiks
Tanzania|Dar es Salaam,Dodoma|Tanzanian,Tanzanians
Thailand|Bangkok|Thai,Thais
Togo|Lome,Lomé|Togolese
Tonga||Tongan,Tongans
Trinidad and Tobago|Port of Spain|Trinidadian
Tunisia|Tunis|Tunisian,Tunisians
Turkey=Türkiye=Turkiye|Ankara|Turkish,Turk,Turks
Turkmenistan|Ashgabat|Turkmen
Tuvalu||
Uganda|Kampala|Ugandan,Ugandans
Ukraine|Kyiv,Kiev|Ukrainian,Ukrainians
United Arab Emirates=UAE=U.A.E.=Emirates|Abu Dhabi|Emirati,Emiratis
United Kingdom=UK=U.K.=Britain=Great Britain|London|British,Briton,Britons
United States=United States of America=USA=U.S.A.=US=U.S.=America|Washington,Washington D.C.,Washington, D.C.|American,Americans
Uruguay|Montevideo|Uruguayan,Uruguayans
Uzbekistan|Tashkent|Uzbek,Uzbeks
Vanuatu||
Vatican=Vatican City=Holy See|Vatican City|
Venezuela|Caracas|Venezuelan,Venezuelans
Vietnam=South Vietnam=North Vietnam|Hanoi|Vietnamese
Yemen|Sanaa,Sana'a|Yemeni,Yemenis
Yugoslavia||Yugoslav,Yugoslavs
Zambia|Lusaka|Zambian,Zambians
Zimbabwe|Harare|Zimbabwean,Zimbabweans
England||English,Englishman
Scotland|Edinburgh|Scottish,Scot,Scots
Wales|Cardiff|Welsh
Northern Ireland|Belfast|
`;
