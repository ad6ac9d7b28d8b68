// Query parameters that say how a reader came to a page and never which page it is. Our own list, from the public
// documentation of the services named. When in doubt a parameter stays out: splitting one article's notes in two can
// be mended, showing one article's notes on another cannot be explained.

/** Whole names, in lower case. */
export const TRACKING_NAMES: ReadonlySet<string> = new Set([
  // click identifiers of advertising networks
  ...['fbclid', 'gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'gad_source', 'gad_campaignid', 'srsltid'],
  ...['msclkid', 'yclid', 'ysclid', 'twclid', 'ttclid', 'li_fat_id', 'epik', 'sccid', 'rdt_cid', 'irclickid'],
  // shares from social networks and messengers
  ...[
    'igshid',
    'igsh',
    'mibextid',
    'fb_action_ids',
    'fb_action_types',
    'fb_source',
    'fb_ref',
    'ref_src',
    'ref_url',
  ],
  ...['__twitter_impression', 'share_id', 'sharetype'],
  // newsletters
  ...[
    'mc_cid',
    'mc_eid',
    'mkt_tok',
    'vero_id',
    'vero_conv',
    'oly_enc_id',
    'oly_anon_id',
    '_hsenc',
    '_hsmi',
    '__s',
  ],
  ...[
    'hsctatracking',
    'ck_subscriber_id',
    'ml_subscriber',
    'ml_subscriber_hash',
    'sailthru_id',
    'nr_email_referer',
  ],
  // analytics
  ...[
    '_ga',
    '_gl',
    '_openstat',
    'wt_mc',
    'wt.mc_id',
    's_cid',
    'icid',
    'ncid',
    'cmpid',
    'ocid',
    'xtor',
    'spm',
  ],
  ...['smid', 'smtyp', 'sref', 'ito', 'guccounter', 'guce_referrer', 'guce_referrer_sig', 'piwik_campaign'],
]);

/** Beginnings of names, in lower case: campaign parameters that come as families. */
export const TRACKING_PREFIXES: readonly string[] = [
  'utm_',
  'mtm_',
  'pk_',
  'hsa_',
  'at_campaign',
  'at_custom',
  'at_link',
  'at_medium',
  'at_ptr_',
  'at_bbc_',
];
