// The English demo: first-flush campaign of the invented tea brand "Brackenfold Tea". Nobody here exists.

/** Named lists that `<name>` draws from. */
export const lists = {
  leaf: ["Darjeeling first flush", "Assam second flush", "Taiwanese oolong", "Nepali white", "Sencha from Kagoshima", "Yunnan black", "Ceylon high-grown", "Wuyi oolong", "Kenyan purple tea", "Korean sejak"],
  note: ["muscatel and hay", "malt and dried fig", "orchid and butter", "green almond", "sea spray and spinach", "cocoa and sweet potato", "lemon peel", "roasted chestnut", "blackcurrant leaf", "honey and pear"],
  vessel: ["gaiwan", "kyusu", "brown betty", "glass teapot", "travel infuser", "tasting cup"],
  time: ["2 minutes", "2:30", "3 minutes flat", "90 seconds", "4 minutes"],
  dose: ["3 g for 200 ml", "5 g for 300 ml", "4 g per mug", "6 g in a 120 ml gaiwan", "one heaped teaspoon"],
  when: ["this morning", "last night", "on Sunday", "on Tuesday", "over the weekend", "earlier today", "yesterday", "on my lunch break"],
  area: ["Stokes Croft", "Bedminster", "Clifton", "Easton", "Redland", "Totterdown", "Southville", "Montpelier"],
  bake: ["a cardamom bun", "lemon drizzle", "a cheese scone", "rye toast and jam", "a pistachio slice", "rhubarb crumble cake", "a sausage roll", "marmalade loaf"],
  brand: ["Brackenfold Tea", "Brackenfold", "@brackenfold_tea", "#BrackenfoldTea", "Brackenfold Tea"],
  brandname: ["Brackenfold Tea", "Brackenfold"],
  campaign: ["#FirstFlushFriday", "#BrackenfoldTea", "#FirstFlushFriday #BrackenfoldTea"],
  tag: ["#tea", "#looseleaf", "#tea #oolong", "#teatime", "#firstflush", "", "", ""],
  tagfood: ["#Bristol", "#BristolFood", "#Bristol #bakery", "#EatLocal", "", ""],
  tagfarm: ["#soilhealth", "#regenag", "#growyourown", "#hedgerows", "", ""],
  taghome: ["#tea", "#gongfu", "#looseleaf", "#teatime", "", ""],
  joy: ["🍵", "🙌", "😍", "✨", "🌱", "👏", "🔥", "", "", ""],
  mood: ["😊", "🙃", "😂", "🌧️", "", "", ""],
  sigh: ["😅", "🙄", "😴", "😬", "🤷", "", ""],
  price: ["£6.50", "£8", "£9.90", "£12", "£4.20"],
  expert: ["@orla_penhallick", "@idris_thackwood", "@wilhelmina_oast", "@tamsin_quillfeather"],
  crop: ["tomatoes", "broad beans", "squash", "garlic", "strawberries", "chard"],
  town: ["Leeds", "Cardiff", "Norwich", "Dundee", "Exeter", "York", "Belfast", "Truro"],
  show: ["the new series", "last night's episode", "the finale", "the reunion special"],
};

/** Banks of hand-written posts. */
export const texts = {
  estate: [
    "{Tasted|Cupped|Lined up} eleven lots of <leaf> <when>. {One stood out|Two were faulty|The cheapest won}: <note>, and a finish that would not leave. #tea",
    "Pluck standard matters more than the price tag: {two leaves and a bud|fine pluck, slow wither|no machine harvest}, or you lose <note>. {Thread.|More tomorrow.|} #looseleaf",
    "{Estate notes|Garden notes|Field diary}: <leaf>, {light frost in March|an early rain|a late spring}, expect <note> this year. #firstflush <joy>",
    "Oxidation is not a switch, it is {a slope|a conversation|a clock you listen to}. <leaf> stopped {twenty minutes early|at dawn|by nose} gives <note>. #tea",
    "People ask why good tea costs {more than wine by the leaf and less by the cup|what it does}. {It takes 70,000 shoots to make a kilo.|Ask who plucked it.|Here is the sum.} #tea",
    "A tea that says 'finest blend' and no harvest date {is hiding something|is guessing|tells you enough}. Ask for {the garden|the month|the invoice}. #looseleaf",
    "{Samples in|Parcel day|Just landed}: <leaf>, {three grades|two gardens|spring pluck}. First impression <note>. Scores {tonight|on Thursday|after a rest}. #tea <joy>",
  ],
  brewing: [
    "{Recipe of the week|Try this|Saved you a ruined pot}: <leaf>, <dose>, <time>, water off the boil. You are looking for <note>. #looseleaf",
    "If your green tea is bitter {it is the water, not the leaf|drop ten degrees|brew it shorter}. One change at a time. #tea",
    "Cold brew <leaf>: {8|10|12} g a litre, fridge overnight, {no sugar needed|strain once|drink within a day}. Tastes of <note>, zero effort. #tea <joy>",
    "Hard water flattens everything. {I tested five jugs|Same leaf, four waters|Blind tasting with six friends} <when> and the gap is {huge|embarrassing|real}. #tea",
    "The third infusion of <leaf> is often the best one: {do not bin it|same leaf, ten seconds more|<note> shows up late}. #looseleaf",
    "A <vessel> is not fussy. Warm it, <time>, pour it all out. {That is the whole trick.|Questions welcome.|Your mug will wait.} #tea",
    "Loose leaf at <price> for 100 g is {about twelve pence a cup|cheaper than the bags at work|four infusions each time}. {Do the sum.|That is all.|} #looseleaf",
  ],
  ceremony: [
    "{Gongfu table|Evening class|Workshop} <when>: {eight guests|two sisters|one sceptic}, one <leaf>, nine infusions. {Nobody checked a phone.|The sceptic stayed late.|Silence at the fifth.} #gongfu",
    "Why pour the first rinse away? {Warmth, not dirt.|It wakes the leaf.|Try it without and tell me.} #gongfu #tea",
    "My <vessel> cost <price> and {it pours straight|has outlived three kettles|it is enough}. Start there. #tea",
    "Tea pairing notes: <leaf> with <bake>. {Sounds wrong.|Trust me.|It works.} <note> does the rest. #teatime",
    "Three things I stopped doing: {squeezing the bag|boiling twice|timing by guess}, sweetening <leaf>, hurrying. #tea <joy>",
    "Slow tea is {ten minutes you give yourself|not a performance|cheaper than therapy}. <leaf>, <note>, window open. #tea",
  ],
  home: [
    "{First|Third|Sixth} try with a <vessel> and {I only burnt one finger|it finally tastes of something|I see the point} <sigh> <taghome>",
    "Tea shelf {sorted|out of control|alphabetised}: {nineteen tins|two of everything|no more room}, still drinking the same <leaf>. <taghome>",
    "Followed the recipe from <expert> <when>: <dose>, <time>, and there it was, <note>. {Wow.|Converted.|Thank you!} <taghome>",
    "My flatmate: it is only tea. Me: {weighs it|warms the pot|has a notebook}. <taghome> <sigh>",
    "{Opened|Finished|Rationing} my <leaf>: <note> {from the first sip|all the way down|and I am not sharing}. <taghome> <joy>",
    "Does anyone else {brew by weight|keep the wet leaves to smell them|own four kettles}? {Asking for me.|Be honest.|} <taghome>",
    "{Swap|Giving away|Looking for} {a chipped kyusu|half a cake of ripe puer|a spare gaiwan lid} near <town>, {post paid|DM me|will trade}. #tea",
  ],
  food: [
    "{New spot|Found it|Worth the queue}: <bake> at <price> in <area>, {tiny room, big windows|lovely people|cash only}. <tagfood> <joy>",
    "{Sunday|Saturday|Lunch} in <area>: <bake> and {a proper pot of tea|a sad teabag|loose leaf, at last}. <tagfood>",
    "Where do I find {breakfast after two|a decent pie|gluten-free cake} near <area>? {Writing a list.|Tips please.|} <tagfood>",
    "Why do good kitchens serve {dusty tea|one teabag in a glass|lukewarm water}? {One place in <area> gets it right.|Rant over.|} <tagfood>",
    "{Warm|Still warm|Straight from the oven}: <bake>, <area>, {no notes|ten out of ten|I went back for another}. <tagfood> <joy>",
    "Updated map: {twelve|nine|fifteen} bakeries from <area> to <area>. <tagfood> #bakery",
    "Market day in <area>: {first asparagus|good rhubarb|goats' cheese} and {a tea stall with a queue|rain, naturally|too many tote bags}. <tagfood>",
  ],
  farm: [
    "{Sowed|Planted out|Mulched} the <crop> {between showers|with help|before dark} <when>. Soil {smells right|is waking up|needs rain}. <tagfarm> <joy>",
    "Shade trees over tea: {more birds, fewer sprays|cooler leaf, slower growth|thirty species a hectare}. Figures from one garden (<leaf>) in the thread. #regenag #tea",
    "Ask your tea company {what the plucker is paid|who owns the garden|for one price, the farm-gate one}. {Silence is an answer.|Two replied.|} <tagfarm>",
    "Hedge laid <when>: {ninety metres|two days|eleven species}. {See you in ten years.|Thanks to all who came.|My back disagrees.} <tagfarm>",
    "This year's <crop>: {lost to frost|a fortnight early|up at last}. {We adapt.|Weather does not negotiate.|Notes updated.} <tagfarm>",
    "Spent tea leaves on the compost: {yes, thinly|three years of trials|worms love it}. <tagfarm>",
    "Open day near <town>: {forty visitors|two school groups|one lost dog}, good questions about {water|prices|bees}. <tagfarm>",
  ],
  brand_official: [
    "First flush is in: {small lots|two gardens|hand-packed this week}, <note>. <campaign>",
    "{Free tasting|Open workshop|Come and cup with us} at the packing room {on Saturday|on Thursday evening|this weekend}. No booking. <campaign> <joy>",
    "Who grows your tea? {Meet the garden behind our <leaf>.|What we pay for our <leaf>, on the tin as always.} #BrackenfoldTea",
    "Show us your Friday cup with #FirstFlushFriday: {a year of tea|a kyusu|a day with our taster} to win. #BrackenfoldTea",
    "Sold out of {the spring tin|sample boxes|the 500 g bag} until {Tuesday|next week|the boat docks}. You were quick. Sorry! #BrackenfoldTea",
    "{Thank you for|We read every one of|Three winners from} your first-flush recipes: {iced with thyme|in a custard tart|with burnt sugar}. <campaign>",
  ],
  customer: [
    "{Opened|Brewed|Nearly finished} my tin from <brand>: <note>, {would buy again|no complaints|very happy}. <joy>",
    "My <brand> order came {in two days|with a handwritten card|on a Saturday}, {packed this week|and the hall smells of it|lovely}. <joy>",
    "{Six months|A year|Four tins} of buying from <brand> and {I cannot go back to bags|the office has caught on|even Dad switched}.",
    "Spring tin from <brand> in a <vessel>: <note>. {My tea of the year so far.|Try it.|Better than last year.} <campaign>",
    "A quick thank you to <brand>: {your tasting was a joy|the brewing card saved me|you fixed my order in an hour}. <joy>",
    "Gave a <brand> sampler {to my sister|to a coffee person|to next door}: {huge hit|she wants more|easy present}. #tea",
    "We switched the staff kitchen to <brand>: {the queue doubled|nobody goes out any more|thanks to whoever voted}. <joy>",
  ],
  staff: [
    "Second year packing at <brand>: {still learning|same smell every morning|proud of this one}. <joy>",
    "{Behind the scenes|From the packing room} at <brand>: {sorting <leaf> by hand|labelling 400 tins|tasting before you do}.",
    "I work at <brand> and {people ask which kettle|I am answering questions tonight|yes, we get samples}: {ask away|honest answers|best perk}. <joy>",
    "The <brand> team is at the market in <area> {this weekend|tomorrow|all week}, come and try the spring tin. <campaign>",
  ],
  detractor: [
    "{Third|Second} <brand> parcel late, {no reply yet|support is silent|two weeks for tea}. {Disappointed.|I will pass.|Shame.}",
    "<brandname> at <price> a tin, {luxury now|no thanks|and the tin got smaller}. It is tea.",
    "<campaign> everywhere {and the tea is bland|while prices go up|I am tired of it}. <sigh>",
    "Last <brandname> tin was {dusty|stale|all stalks}, {not what was promised|the March batch|I expected better}.",
  ],
  rival: [
    "{Marlstone Leaf is launching|Over at @marlstone_leaf they launch} {bottled iced tea|a subscription|plastic-free bags}. {Anyone tried it?|Meh.|Curious.} #tea",
    "Between Ostler & Reed and Brackenfold {I cannot choose|I keep both|price decides}: <note> here, <note> there.",
    "{Ostler & Reed opened|The new @ostler_and_reed shop opened} in <town>: {long queue|nice people, average tea|a bit dear}. #tea",
    "Marlstone Leaf bags on offer {at the supermarket|this week}, {nothing special|fine for camping|it is tea}.",
  ],
  rival_official: [
    "Tea should be {simple|shared|honest}: {bags|tins|gift sets} 20% off {until Sunday|this week}. #tea",
    "{New shop|New blend|New recipe}: <note>. {See you there.|Tell us everything.|} #tea",
  ],
  star_topic: [
    "Tea break {in the dressing room|between takes|with the crew} 🍵 {lovely day all|back at two|bliss} #tea",
    "My ritual: a cup of tea, {a notebook|quiet|one good song} 🍵 {you?|happy Monday|} #tea",
    "Thank you #BrackenfoldTea for {the pretty tin|my morning leaves}, {so sweet|spoilt|what a treat} 🍵 #FirstFlushFriday",
  ],
  star_off: [
    "{Tonight|Tomorrow|Saturday} on the show: {golden guests|a surprise|you are in for it}. {Nine o'clock!|Be there.|Cannot wait.} 💫",
    "Red carpet in <town>: {thank you for having us|what a night|that dress}. ❤️",
    "{That is a wrap|Last day on set|It is signed}! {Thank you to the crew|I cannot say more|You will love <show>}. 🎬",
    "{Evening routine|Morning run|Sunday off}: {phone away|twenty minutes then bed|no screens}. 💫",
  ],
  offtopic: [
    "Train to <town> {40|25|15} minutes late, {as ever|what a surprise|bring a book}. <sigh>",
    "{Watched|Finished|Gave up on} <show> <when>: {not convinced|I cried|too long}. {No spoilers.|}",
    "{Rain|Sun|Wind} in <town> {again|at last|all day}, {bike or bus?|out anyway.|spring cannot decide.} <mood>",
    "Can anyone recommend {a plumber|a good book|a quiet gym} in <town>? {Thanks!|}",
    "{Match|Final|Training} <when>: {we won|we were awful|extra time again}. <sigh>",
    "Back on the bike: {twelve miles|one puncture|sore legs} and {a grin|some humility|no regrets}. <mood>",
    "That {meeting|form|update} could have been {an email|a nap|silence}. <sigh>",
    "My cat has decided {the keyboard|the box|my report} is {her bed|hers|a toy}. <mood>",
    "Working from home in <town>: {drilling next door|no broadband|total calm}, {send help|roll on Friday|fine by me}. <sigh>",
  ],
  public_topic: [
    "{How do you take your tea|Milk first or last|Tea without sugar, possible} {in the morning|at work|these days}? <sigh>",
    "{Tried|Tasted|Discovered} <leaf> <when>: <note>, {surprising|I get the fuss|not my cup}. #tea",
    "Office tea {should be illegal|tastes of cardboard|makes me homesick}. <sigh>",
    "Gone loose leaf thanks to <expert>, {no more bags|my bin is grateful|my budget too}. #tea",
    "{First pot in the garden this year|Tea in the sun in <town>} <joy>",
    "Does anyone know <brand>? {Seeing them everywhere|Worth it?|Saw the campaign} <joy>",
    "Read about how tea is withered and rolled: {fascinating|so that is what I pay for|I will never see a bag the same way}. #tea",
  ],
  hyperactive: [
    "Good morning {world|friends|timeline} 🍵 {big tea|double tea|triple tea|milky tea|tea first}, {then the rest|no talking yet|and go} #tea #{morning|wakeup|motivation}",
    "Cup number {2|3|4|5|6|7} of the day{ and it is only {nine|ten|eleven|three|four}|, who can beat that?|, still standing} #tea #{addict|teatime|life}",
    "Quote of the day: '{Life|Morning|Monday} begins after {one cup|two cups|three cups}.' #quote #tea #{wisdom|humour|motivation}",
    "{Repost|Like|Share} if you love {black|green|iced|milky|strong} tea! #tea #{poll|community|sharing}",
    "Tea fact: {12|27|34|58|61}% of people {drink it in bed|skip sugar|prefer it to coffee} #tea #facts",
  ],
  pod: [
    "{5|7|10} {teapots|gadgets|blends} to {own|gift|know} {right now|this year|this spring}! {Link in bio|Code in bio|Post in bio} #tea #{deals|hacks|tips}",
    "{Unreal|Huge|Wow}: {30|40|50}% off {the tasting box|the kettle of the moment|every blend} {until tonight|48h only}. #tea #deals",
    "How I {doubled|tripled} my {tea sales|tea audience} in {a month|three weeks}. {Thread!|Method in bio.} #tea #{business|growth}",
    "{My routine|My secret|My method}: {slim|energy|focus} tea in {3|5} steps {✨|🚀|💥} #tea #{lifestyle|deals}",
  ],
  reply_expert: [
    "thank you for {the recipe|the thread|explaining this}, {game changer|tried it today|saved} <joy>",
    "what about {a <vessel>|softer water|a darker leaf}, same timing?",
    "{exactly|so true|finally someone says it} <joy>",
    "tried it: <note>, {blown away|thanks|again tomorrow}",
    "not sure about {the temperature|the rinse|the timing}, {mine went flat|I find the opposite}",
    "which {kettle|scale|pot} would you pick {under £40|to start with|for travel}?",
    "can we come {and taste|to a class|and visit} {in May|this summer|on a Saturday}?",
  ],
  reply_brand: [
    "hello, {my order is not here|when is the spring tin back|do you ship to <town>}?",
    "{cannot wait|well done for showing prices|see you Saturday} <joy>",
    "is it {loose or bagged|sold by the kilo|organic}?",
    "entered, {fingers crossed|with my iced recipe|thanks} <joy>",
  ],
  reply_from_brand: [
    "thank you so much! {The team is blushing.|Passing it on.|See you soon.} 🍵",
    "what a lovely cup! {May we share it?|Great recipe.}",
    "{this made our day|we are so glad|lovely to read} <joy>",
  ],
  sorry_from_brand: [
    "hello, {sorry about the delay|please message us|looking now}, {a parcel leaves tomorrow|thank you for waiting|you will be refunded}.",
    "hello, {noted|fair point}, {we are checking the batch|back to you tomorrow|may we have your order number}?",
  ],
  reply_friend: [
    "{yes|haha|love this}, {shall we go?|tell me more|on my way} <mood>",
    "{same|same here|snap} in <town> <sigh>",
    "{now I am hungry|got an address?|noted} <mood>",
    "{good luck|hang in there|you can do it} <mood>",
    "{same problem|it depends|no idea}, {sorry|keep me posted}",
  ],
  quote: [
    "{Read this|Keep this|All said here}: {best thread of the week|clear and simple|show it to your café} <tag>",
    "{Confirmed|Tried and tested|It works}: <note> {from the first cup|even in my old pot}. <joy>",
    "{This is why|Exactly why} I {gave up bags|weigh my leaves|changed my water}. <tag>",
    "Not quite my view, {but a good point|especially on water|worth arguing over}. #tea",
    "{For my students|For the team|For my mum who asked}: {read this|it is all there}. <joy>",
  ],
};

const steady = [6, 6, 7, 6, 7, 6, 6, 7, 6, 7, 6, 6];
const rising = [0, 0, 1, 1, 1, 2, 3, 5, 7, 9, 12, 14];
const fading = [13, 12, 11, 9, 7, 5, 3, 3, 2, 1, 1, 1];
/** @param {number} n */
const flat = (n) => Array(12).fill(n);
const local = flat(3);

/**
 * The cast. `perWeek`: originals a week, in tenths. `topics`: banks with weights. `pull`: re-shares of one post,
 * week by week, for posts on the banks of `draws` (others get `elsewhere`). `audience`: who re-shares, with weights.
 */
export const cast = /** @type {import("./types.d.ts").Lead[]} */ ([
  { handle: "sabrina_vantongeray", name: "Sabrina Vantongeray", role: "celebrity", followers: 437000, perWeek: 35, topics: { star_off: 8, star_topic: 2 }, draws: ["star_off"], pull: flat(3), elsewhere: 0, audience: { fans: 1 }, likes: [900, 4200] },
  { handle: "orla_penhallick", name: "Orla Penhallick, tea taster", role: "specialist", followers: 17300, perWeek: 25, topics: { estate: 8, brewing: 1, offtopic: 1 }, draws: ["estate", "brewing"], pull: steady, elsewhere: 0, audience: { home: 3, farm: 2, public: 4, food: 1 }, likes: [60, 240] },
  { handle: "idris_thackwood", name: "Idris Thackwood · gongfu", role: "specialist", trend: "fading", followers: 24900, perWeek: 24, topics: { ceremony: 9, offtopic: 1 }, draws: ["ceremony"], pull: fading, elsewhere: 0, audience: { home: 4, public: 5 }, likes: [70, 310] },
  { handle: "wilhelmina_oast", name: "Wilhelmina Oast brews", role: "specialist", followers: 12600, perWeek: 24, topics: { brewing: 9, estate: 1 }, draws: ["brewing", "estate"], pull: steady.map((n) => n - 1), elsewhere: 0, audience: { home: 4, food: 1, public: 3 }, likes: [40, 190] },
  { handle: "tamsin_quillfeather", name: "Tamsin Quillfeather", role: "specialist", trend: "rising", followers: 4700, growth: 240, perWeek: 24, topics: { estate: 4, brewing: 4, farm: 1, offtopic: 1 }, draws: ["estate", "brewing", "farm"], pull: rising, elsewhere: 0, audience: { home: 3, farm: 3, public: 4, food: 1 }, likes: [20, 160] },
  { handle: "brackenfold_tea", name: "Brackenfold Tea", role: "brand", followers: 8800, perWeek: 25, topics: { brand_official: 1 }, draws: ["brand_official"], pull: flat(2), elsewhere: 0, audience: { staff: 3, customers: 3, public: 3, home: 1 }, likes: [25, 140] },
  { handle: "marlstone_leaf", name: "Marlstone Leaf", role: "competitor", followers: 21500, perWeek: 10, topics: { rival_official: 1 }, draws: ["rival_official"], pull: flat(1), elsewhere: 0, audience: { public: 1 }, likes: [15, 80] },
  { handle: "ostler_and_reed", name: "Ostler & Reed", role: "competitor", followers: 7200, perWeek: 8, topics: { rival_official: 1 }, draws: ["rival_official"], pull: flat(1), elsewhere: 0, audience: { public: 1, home: 1 }, likes: [10, 60] },
  { handle: "barnaby_leafnotebook", name: "Barnaby Croswick | leaf notebook", role: "local", community: "home", followers: 2900, perWeek: 14, topics: { home: 9, offtopic: 1 }, draws: ["home"], pull: local, elsewhere: 0, audience: { home: 1 }, likes: [15, 70] },
  { handle: "philippa_ninekettles", name: "Philippa, nine kettles", role: "local", community: "home", followers: 2300, perWeek: 12, topics: { home: 8, brewing: 2 }, draws: ["home", "brewing"], pull: local, elsewhere: 0, audience: { home: 1 }, likes: [12, 60] },
  { handle: "ottoline_eats_bristol", name: "Ottoline Farrowby eats Bristol", role: "local", community: "food", followers: 8100, perWeek: 16, topics: { food: 9, offtopic: 1 }, draws: ["food"], pull: local, elsewhere: 0, audience: { food: 1 }, likes: [40, 160] },
  { handle: "crumbs_and_gorse", name: "Crumbs & Gorse", role: "local", community: "food", followers: 4600, perWeek: 13, topics: { food: 1 }, draws: ["food"], pull: local, elsewhere: 0, audience: { food: 1 }, likes: [25, 110] },
  { handle: "threehedges_farm_sw", name: "Three Hedges Farm", role: "local", community: "farm", followers: 5900, perWeek: 14, topics: { farm: 1 }, draws: ["farm"], pull: local, elsewhere: 0, audience: { farm: 1 }, likes: [30, 120] },
  { handle: "dr_rosalind_tilthe", name: "Dr Rosalind Tilthe, soil", role: "local", community: "farm", followers: 5100, perWeek: 13, topics: { farm: 1 }, draws: ["farm"], pull: local, elsewhere: 0, audience: { farm: 5, home: 1 }, likes: [25, 100] },
  { handle: "emrys_two_shores", name: "Emrys Calderbeck", role: "bridge", community: "home", followers: 3600, perWeek: 12, topics: { home: 4, food: 5 }, draws: ["home", "food"], pull: flat(3), elsewhere: 0, audience: { home: 1, food: 1 }, likes: [15, 70] },
  { handle: "juno_leaf_to_field", name: "Juno Wetherlam", role: "bridge", community: "farm", followers: 4000, perWeek: 12, topics: { farm: 4, estate: 3, home: 2 }, draws: ["farm", "estate", "home"], pull: flat(3), elsewhere: 0, audience: { home: 1, farm: 1 }, likes: [15, 80] },
  { handle: "morningcuppa_daveo", name: "Dave-O ☕ morning cuppa", role: "hyperactive", followers: 1800, perWeek: 46, topics: { hyperactive: 1 }, draws: [], pull: flat(0), elsewhere: 0, audience: { public: 1 }, likes: [0, 4], reshares: 40 },
  { handle: "tea_o_clock_nonstop", name: "Tea o'clock nonstop", role: "hyperactive", followers: 3100, perWeek: 40, topics: { hyperactive: 1 }, draws: [], pull: flat(0), elsewhere: 0, audience: { public: 1 }, likes: [0, 3], reshares: 30 },
  { handle: "maureen_shares_all", name: "Maureen shares it all", role: "hyperactive", followers: 590, perWeek: 20, topics: { hyperactive: 3, offtopic: 2 }, draws: [], pull: flat(0), elsewhere: 0, audience: { public: 1 }, likes: [0, 2], reshares: 60 },
]);

/** Small parts: who they are, how often they post in the whole period, on what, and how often they are re-shared. @type {import("./types.d.ts").Bits[]} */
export const bits = [
  { role: "staff", posts: [6, 10], topics: { staff: 5, offtopic: 2 }, pull: [0, 2], followers: [150, 900], people: [["merrin_packs_tea", "Merrin Holcroftby"], ["callum_tintaster", "Callum Ardverick"], ["bridie_dispatch", "Bridie Sallowfield"]] },
  { role: "customer", posts: [4, 7], topics: { customer: 5, offtopic: 2, public_topic: 1 }, pull: [0, 2], followers: [80, 1400], people: [["harriet_dunmallow", "Harriet Dunmallow"], ["kwame_fennimore", "Kwame Fennimore"], ["isolde_brackwater", "Isolde Brackwater"], ["percy_thistlegate", "Percy Thistlegate"], ["noor_ellismoor", "Noor Ellismoor"], ["alistair_gravenhay", "Alistair Gravenhay"], ["clementine_rushmere_d", "Clementine Rushmered"], ["yusuf_pendlecote", "Yusuf Pendlecote"], ["dorothea_farbeck", "Dorothea Farbeck"]] },
  { role: "detractor", posts: [4, 6], topics: { detractor: 4, offtopic: 2 }, pull: [0, 1], followers: [60, 700], people: [["graham_grumblethorpe", "Graham Grumblethorpe"], ["sybil_notimpressed_q", "Sybil Q."], ["eldon_barrowclaw", "Eldon Barrowclaw"]] },
  { role: "pod", posts: [5, 7], topics: { pod: 1 }, pull: [4, 6], followers: [1400, 6800], reshares: 5, people: [["teadealz_brewly", "Brewly Tea Dealz"], ["zadie_matchalifestyle", "Zadie · matcha lifestyle"], ["steep_and_succeed", "Steep & Succeed"], ["tristan_growth_chai", "Tristan Growth Chai"], ["kettle_deals_hub9", "Kettle Deals Hub"], ["mrs_goodsteep", "Mrs Goodsteep"], ["chai_business_club", "Chai Business Club"], ["lou_secret_steep", "Lou, secret steep"]] },
];

/** Accounts that do one thing: re-share this one. */
export const oneTrick = { target: "zadie_matchalifestyle", accounts: 32, each: [2, 3] };

/** The ordinary public of each community. @type {import("./types.d.ts").Story["crowds"]} */
export const crowds = {
  home: { size: 78, topics: { home: 6, public_topic: 2, offtopic: 2 }, perAccount: [0, 3] },
  food: { size: 62, topics: { food: 6, offtopic: 3, public_topic: 1 }, perAccount: [0, 3] },
  farm: { size: 56, topics: { farm: 6, offtopic: 2 }, perAccount: [0, 3] },
  public: { size: 220, topics: { offtopic: 5, public_topic: 4, rival: 1 }, perAccount: [0, 2] },
  fans: { size: 46, topics: { offtopic: 4 }, perAccount: [0, 1] },
};

export const banks = {
  replyToExpert: "reply_expert", replyToBrand: "reply_brand", replyToFriend: "reply_friend", quote: "quote",
};

/** Banks in which the brand is spoken of, each with the bank it answers from. @type {Record<string, string>} */
export const brandAnswers = { customer: "reply_from_brand", detractor: "sorry_from_brand" };

/** Community closest to the subject: it re-shares customers now and then. */
export const home = "home";

/** First names and the pieces of invented surnames. */
export const firstNames = ["Merrin", "Callum", "Bronwen", "Isla", "Desmond", "Perpetua", "Rhys", "Imogen", "Fergus", "Winifred", "Kofi", "Leopold", "Anjali", "Bastian", "Maud", "Torin", "Ailsa", "Samir", "Fatima", "Ewan", "Clover", "Ambrose", "Oonagh", "Rashid", "Beatrix", "Everett", "Maeve", "Lorcan", "Aisha", "Quentin", "Saffron", "Matteo", "Nell", "Kelvin", "Elspeth", "Gideon"];
export const surnameStarts = ["Thistle", "Bracken", "Holm", "Calder", "Wether", "Farn", "Grims", "Penhal", "Quill", "Sallow", "Dunma", "Arder", "Trem", "Oster", "Crof", "Marl", "Hazel", "Win", "Scar", "Ell", "Raven", "Toll"];
export const surnameEnds = ["gatesby", "worrow", "fallow", "beckleigh", "drakeley", "lothwick", "stowell", "ringsby", "combley", "naughby", "rowden", "shawick", "verley", "tersby", "moorby", "gerly"];

export const file = {
  name: "tea.en.csv",
  seed: 20260306,
  start: "2026-03-02T00:00:00Z",
  firstId: 910000,
  header: ["id", "created_at", "author", "name", "followers", "text", "likes", "retweets", "replies", "reply_to", "retweet_of", "quote_of", "referenced_post_id"],
  brief: "tea, oolong, gongfu, looseleaf, infusion",
};
