/**
 * Words that stand in all kinds of sessions and say nothing of the problem: those of the language,
 * those of service desks and those of the notes' own headings. Months, days and forms of address are
 * in it, for whoever calls on a Monday need not have Monday's problem.
 */
const WORDS = `
a about above across actually after afterwards again against ago all almost along already also
although always am among an and another any anybody anyone anything apart are aren around as ask
asked asks at away back bad be became because become been before began begin behind being below
best better between big both but by call called caller calls came can cannot cant case cases cause
caused causes change changed changes check checked checking checks clear clearly close closed
colleague colleagues com come comes company confidence confirm confirmed could couldn current
currently customer customers day days dear describe described did didn different do does doesn doing
don done down during each earlier early either else end ended enough error errors even every
everybody everyone everything evening except expected fail failed failing fails failure far few find
fine first fix fixed fixes follow following for former found four friday from full further gave get
gets getting give given gives go goes going gone good got had happen happened happening happens has
hasn have haven having he hello help helped her here hers herself hi him himself his hour hours how
however hypothesis i if immediately in inside instead into is isn issue issues it its itself just
keep keeps kept kind know known knows last late later latest least left less let like likely little
ll long longer look looked looking looks lot lots made main make makes making man many matter may
maybe me mean means meanwhile might mine minute minutes moment monday month months more morning most
mr mrs ms much must my myself name need needed needs neither never new next night no nobody noon nor
normal normally not note notes nothing now number occur occurred of off office often ok okay old on
once one only onto open opened opens or other others otherwise our ours out over own part people per
perhaps person phone phoned place please point possible present probably problem problems put quick
quickly quite ran rather re ready real really reason regards report reported reporting reports
resolution resolve resolved result results return returned right root run running runs said same
saturday saw say saying says second seconds see seem seems seen sent set several shall she should
show showed shown shows side simply since sir site so some somebody someone something sometimes soon
staff start started starts state still stop stopped stops such suggested sunday sure take taken
takes team technician tell test tested testing tests than thank thanks that the their theirs them
themselves then there therefore these they thing things think this those though three through
thursday ticket till time times to today together told tomorrow tonight too took top tried tries try
trying tuesday turn turned two under until up upon urgent us use used user users uses using usual
usually ve verified verify very via view wait waited waiting want wanted wants was wasn way we
wednesday week weeks well went were weren what when whenever where whether which while who whole
whose why will with within without won work worked working works would wouldn write writes written
wrong yes yesterday yet you your yours
january february march april june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec am pm uk gb mb kb ltd inc gmbh llc co
code codes event events id ids steps step observed impact undo none subject answer answers answered support helpdesk asap pls plz stay
stayed stays ring rings ringing rang wrote leave leaves leaving add added adding belong belongs past due
difference finish finished affected affect arrive arrives arrived allow allowed enter entered entry
entries five six seven eight nine ten half order ordered read reads request requested requests require
required requires example manager managing lot stand stands hold holds held due single text large small
date dates original previous quote quotes receive received receives own
`;

const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/u).filter((word) => word !== ''));

/** Whether a folded word says nothing of the problem. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
