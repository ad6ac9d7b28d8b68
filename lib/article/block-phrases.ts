/**
 * What furniture says of itself, by kind, in the languages of the press; own lists. Each is a hint for the block filter
 * and never decides alone.
 */
export const PHRASES: readonly (readonly [string, RegExp])[] = [
  [
    'says-read-more',
    /^(?:[-–•>»→]\s*)?(?:read (?:more|also|next|on|the full)|also read|see also|more (?:on|from|about)|related|recommended|don['’]t miss|watch|listen|continue reading|lesen sie|mehr (?:zum|dazu|aus)|auch interessant|lire aussi|à lire|lee (?:también|más)|leer más|leggi anche|les også|läs (?:mer|också)|lees (?:ook|meer)|baca juga|xem thêm|читайте|читати|więcej|oku|další)\b/iu,
  ],
  [
    'says-subscribe',
    /\b(?:subscribe|sign up|newsletter|log ?in|register|free trial|download (?:the|our) app|abonn|anmelden|jetzt registrieren|suscr[ií]b|iscriviti|inscri|donate|support our|become a member|get (?:a|your|the latest)|unlock|whatsapp|telegram|follow us|folgen sie)\b/iu,
  ],
  [
    'says-rights',
    /©|\(c\) ?(?:19|20)\d\d|\b(?:all rights reserved|copyright|alle rechte|tous droits|derechos reservados|terms of|privacy|cookies?|datenschutz|impressum|disclaimer|advertis\w+|anzeige|werbung|publicidad|sponsored|affiliate|commission)\b/iu,
  ],
  [
    'says-credit',
    /\b(?:photo|photograph|image|picture|foto|bild|credit|getty|reuters|shutterstock|istock|unsplash|afp|dpa|imago|illustration|screenshot|graphic|via|courtesy)\b\s*[:/©|)]?|\/(?:getty|ap|afp|reuters|dpa|imago)/iu,
  ],
  [
    'says-share',
    /\b(?:share|tweet|facebook|linkedin|pinterest|email|print|copy link|whatsapp|teilen|drucken|partager|compartir|condividi|comments?|kommentare?|comentarios)\b/iu,
  ],
  [
    'says-date',
    /\b(?:(?:19|20)\d\d[-./年]\s?\d{1,2}|\d{1,2}[./]\s?\d{1,2}[./]\s?(?:19|20)?\d\d|\d{1,2}[:.h]\d\d(?:\s?(?:am|pm|uhr))?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez)\p{L}*\.? \d{1,2}|\d{1,2}\.? (?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])\p{L}*|\d+ (?:min|hours?|days?|minutes?) ?(?:ago|read)?|min read|lesezeit|updated|published|posted|aktualisiert|veröffentlicht|stand:)/iu,
  ],
  [
    'says-author',
    /\b(?:is (?:a|an|the) (?:\p{L}+ ){0,4}(?:writer|journalist|reporter|author|editor|correspondent|freelance\w*|columnist|blogger|founder|ceo|consultant|professor|expert|contributor|specialist|manager)|about the author|written by|reporting by|editing by|contributed to|view all posts|follow .{1,30} on|more by|with (?:reporting|files) (?:by|from)|was first published|originally (?:published|appeared)|this (?:story|article) (?:was|is)|editor['’]s note)\b/iu,
  ],
  [
    'says-contents',
    /^(?:table of contents|contents|in this (?:article|guide|post|story)|inhalt|key takeaways|sommaire|on this page|jump to|skip to|summary|tl;dr)/iu,
  ],
  [
    'says-footnotes',
    /^(?:references|sources?|notes|footnotes|bibliography|further reading|tags?|topics?|filed under|categories|keywords|themen|schlagwörter|faqs?|frequently asked)\b/iu,
  ],
  [
    'says-comment',
    /\b(?:leave a (?:reply|comment)|post a comment|your email address|required fields|reply|previous (?:post|article)|next (?:post|article)|you (?:may|might) also|related (?:posts|articles|stories)|most (?:read|popular)|trending|latest (?:news|posts|articles)|popular posts|recent posts|what do you think)\b/iu,
  ],
];
