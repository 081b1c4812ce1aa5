//! An invented cast, French and English: each of them is recognised for what they are, and nobody for another.

use sillage::graph::Window;
use sillage::graph::steps::run;
use sillage::model::{Builder, Dataset, Strings};
use sillage::people::ambassadors::{Ambassadors, Needs, Person, Sources, Standing, ambassadors};
use sillage::people::paid::{Paid, paid};
use sillage::people::regard::Signs;
use sillage::people::staff::Told;
use sillage::platform::{ImportOptions, Importer};
use sillage::score::{Brand, Lists};
use sillage::text::brands::Brands;
use sillage::text::reading::{Reading, Readings};

/// The cast: (handle, name, bio, posts by week).
struct Role {
    handle: &'static str,
    name: &'static str,
    bio: &'static str,
    posts: &'static [&'static str],
    authenticity: f64,
}

const FRENCH: &[Role] = &[
    Role {
        handle: "ines_cm",
        name: "Inès Valmont",
        bio: "Community manager chez Brûlerie Ormeau ☕ mes tweets n'engagent que moi",
        posts: &[
            "Venez nous voir, la nouvelle carte de Brûlerie Ormeau est arrivée",
            "Réunion ce matin, il pleut",
        ],
        authenticity: f64::NAN,
    },
    Role {
        handle: "paul_fan",
        name: "Paul Terrier",
        bio: "Cycliste du dimanche",
        posts: &[
            "Quel bonheur, le meilleur café de la ville est chez Brûlerie Ormeau, j'adore",
            "Toujours aussi délicieux le filtre de Brûlerie Ormeau, merci, c'est parfait",
            "Superbe accueil chez #BrulerieOrmeau, je recommande, excellent",
            "Magnifique matin, j'aime Brûlerie Ormeau",
            "Grève des trains, encore",
        ],
        authenticity: 88.0,
    },
    Role {
        handle: "lea_cliente",
        name: "Léa Soubise",
        bio: "Lectrice",
        posts: &[
            "J'ai acheté mon café chez Brûlerie Ormeau, il est excellent, j'adore",
            "Mon nouveau moulin de Brûlerie Ormeau est une merveille, très heureuse",
            "J'ai encore commandé chez Brûlerie Ormeau, livraison parfaite, merci",
        ],
        authenticity: f64::NAN,
    },
    Role {
        handle: "clem_crea",
        name: "Clem",
        bio: "Créatrice de contenu · contact pro en MP",
        posts: &[
            "J'adore ce café Brûlerie Ormeau, une merveille #sponsorisé",
            "Le meilleur petit-déjeuner avec Brûlerie Ormeau, délicieux #partenariat",
            "Superbe coffret Brûlerie Ormeau, j'adore, -10 % avec mon code CLEM10",
            "Merveilleux dimanche avec Brûlerie Ormeau #ad",
        ],
        authenticity: 75.0,
    },
    Role {
        handle: "jourdain_presse",
        name: "Marc Jourdain",
        bio: "Journaliste économie, agroalimentaire",
        posts: &[
            "Brûlerie Ormeau annonce un chiffre d'affaires de 12 millions",
            "Brûlerie Ormeau ouvre une usine à Tours",
            "Entretien avec le directeur de Brûlerie Ormeau sur le cours du café",
            "Brûlerie Ormeau : la filière s'organise",
        ],
        authenticity: 90.0,
    },
    Role {
        handle: "grincheux77",
        name: "Grincheux",
        bio: "",
        posts: &[
            "Brûlerie Ormeau c'est dégueulasse, une honte, je déteste",
            "Encore une horreur signée Brûlerie Ormeau, c'est nul et pourri",
            "Brûlerie Ormeau bande de voleurs, c'est horrible",
            "Je hais Brûlerie Ormeau, ignoble et mauvais",
        ],
        authenticity: 31.0,
    },
    Role {
        handle: "sophie_plainte",
        name: "Sophie Lande",
        bio: "Maman de deux chats",
        posts: &[
            "J'ai commandé chez Brûlerie Ormeau il y a trois semaines, toujours pas reçu, je suis très déçue et en colère",
            "Beau soleil ce matin",
            "Un roman formidable, j'adore",
        ],
        authenticity: f64::NAN,
    },
    Role {
        handle: "contre_ormeau",
        name: "Hugo Nerval",
        bio: "Militant",
        posts: &[
            "Brûlerie Ormeau exploite ses fournisseurs, c'est une honte et un scandale",
            "Encore un mensonge de Brûlerie Ormeau, c'est horrible",
            "Je déteste ce que fait Brûlerie Ormeau, c'est indigne et mauvais",
            "Les salariés de Brûlerie Ormeau souffrent, c'est triste et honteux",
        ],
        authenticity: 82.0,
    },
];

const ENGLISH: &[Role] = &[
    Role {
        handle: "tess_works",
        name: "Tess Arden",
        bio: "Head of roasting at Brulerie Ormeau. Opinions my own.",
        posts: &["New beans at Brulerie Ormeau today", "Rain again"],
        authenticity: f64::NAN,
    },
    Role {
        handle: "joe_fan",
        name: "Joe Winslow",
        bio: "Runner",
        posts: &[
            "I love Brulerie Ormeau, best coffee in town, amazing",
            "Great morning at Brulerie Ormeau, wonderful people",
            "Brulerie Ormeau is excellent as always, so happy",
            "Trains are late",
        ],
        authenticity: 91.0,
    },
    Role {
        handle: "amy_buyer",
        name: "Amy Halden",
        bio: "Books",
        posts: &[
            "I just bought beans from Brulerie Ormeau, love them",
            "My new Brulerie Ormeau grinder is wonderful, so happy",
            "I ordered again at Brulerie Ormeau, great service, thanks",
        ],
        authenticity: f64::NAN,
    },
    Role {
        handle: "kit_creator",
        name: "Kit",
        bio: "Lifestyle. Business enquiries by mail",
        posts: &[
            "Love my mornings with Brulerie Ormeau, amazing taste #ad",
            "Brulerie Ormeau makes the best gift, wonderful #sponsored",
            "The perfect brunch with Brulerie Ormeau, delicious, use my code KIT15",
            "So happy with Brulerie Ormeau #paidpartnership",
        ],
        authenticity: 70.0,
    },
    Role {
        handle: "dana_press",
        name: "Dana Mortlake",
        bio: "Business reporter",
        posts: &[
            "Brulerie Ormeau reports revenue of 12 million",
            "Brulerie Ormeau opens a plant in Tours",
            "Interview with the director of Brulerie Ormeau",
        ],
        authenticity: 90.0,
    },
    Role {
        handle: "angry_bot",
        name: "Angry",
        bio: "",
        posts: &[
            "Brulerie Ormeau is disgusting, I hate it",
            "Awful, terrible Brulerie Ormeau, worst coffee",
            "Brulerie Ormeau thieves, horrible people",
        ],
        authenticity: 22.0,
    },
    Role {
        handle: "sam_complains",
        name: "Sam Pell",
        bio: "Gardener",
        posts: &[
            "I ordered from Brulerie Ormeau and it is still not received, terrible service",
            "Lovely day in the garden",
        ],
        authenticity: f64::NAN,
    },
];

struct Study {
    builder: Builder,
    data: Dataset,
    readings: Readings,
    authenticity: Vec<f64>,
}

impl Study {
    fn of(cast: &[Role]) -> Study {
        let mut rows = String::from("author,author name,bio,date,text\n");
        let mut add = |role: &Role, day: usize, text: &str| {
            let (month, day) = (1 + day / 28, 1 + day % 28);
            rows.push_str(&format!(
                "{},{},\"{}\",2024-{month:02}-{day:02},\"{text}\"\n",
                role.handle, role.name, role.bio
            ));
        };
        for (at, role) in cast.iter().enumerate() {
            for (week, text) in role.posts.iter().enumerate() {
                add(role, 7 * week + at % 5, text);
            }
        }
        let brand = Role {
            handle: "brulerie_ormeau",
            name: "Brûlerie Ormeau",
            bio: "Le compte officiel de Brûlerie Ormeau",
            posts: &[],
            authenticity: 99.0,
        };
        for week in 0..4 {
            add(&brand, 7 * week, "Chez Brûlerie Ormeau nous adorons le café, merveilleux et délicieux");
        }
        let mut builder = Builder::new();
        builder.begin_file();
        let mut importer = Importer::new("cast.csv", ImportOptions::default()).unwrap();
        importer.push(rows.as_bytes(), &mut builder).unwrap();
        let receipt = importer.finish(&mut builder).unwrap();
        assert_eq!((receipt.format, receipt.dropped), ("posts", 0));
        let data = Dataset::of(&builder).unwrap();
        let mut reading = Reading::new(&data, Brands::new([brand_names()])).unwrap();
        while !reading.step(&data, builder.strings()) {}
        let readings = reading.finish();
        let mut study = Study { builder, data, readings, authenticity: Vec::new() };
        study.authenticity = vec![f64::NAN; study.data.accounts.len()];
        for role in cast {
            let account = study.find(role.handle);
            study.authenticity[account] = role.authenticity;
        }
        study
    }

    fn strings(&self) -> &Strings {
        self.builder.strings()
    }

    fn find(&self, handle: &str) -> usize {
        let is = |a: &usize| self.strings().get(self.data.accounts.handle[*a]) == handle;
        (0..self.data.accounts.len()).find(is).unwrap_or_else(|| panic!("no {handle}"))
    }

    fn people(&self, lists: &Lists) -> Ambassadors {
        let brand = brand();
        ambassadors(Sources {
            data: &self.data,
            strings: self.strings(),
            window: Window::default(),
            signs: Signs::of(&self.readings),
            brand: Some(&brand),
            lists,
            authenticity: &self.authenticity,
            credit: &[],
            needs: Needs::default(),
        })
        .unwrap()
    }

    fn person<'a>(&self, people: &'a Ambassadors, handle: &str) -> Option<&'a Person> {
        let account = self.find(handle) as u32;
        people.people.iter().find(|p| p.account == account)
    }

    fn paid(&self) -> Vec<Paid> {
        let own = [self.find("brulerie_ormeau") as u32];
        paid(&self.data, self.strings(), Window::default(), Signs::of(&self.readings), &own).unwrap()
    }
}

fn brand_names() -> Vec<&'static str> {
    vec!["Brûlerie Ormeau", "#BrulerieOrmeau"]
}

fn brand() -> Brand {
    Brand { name: "Brûlerie Ormeau".into(), aliases: vec!["#BrulerieOrmeau".into()] }
}

/// What somebody is found to be, in a word.
fn role(person: Option<&Person>) -> &'static str {
    let Some(person) = person else { return "nothing" };
    match person.standing {
        _ if person.employee.is_some() => "staff",
        Standing::Ambassador if person.customer => "customer",
        Standing::Ambassador => "fan",
        Standing::Detractor => "detractor",
        Standing::Paid => "paid",
        Standing::Doubtful => "doubtful",
        Standing::None if person.regard.complaints > 0 => "complains",
        Standing::None => "customer without a word",
    }
}

fn roles(study: &Study, cast: &[Role]) -> Vec<(&'static str, &'static str)> {
    let people = study.people(&Lists::default());
    assert_eq!(people.missing, None);
    assert!(study.person(&people, "brulerie_ormeau").is_none(), "the brand is nobody's ambassador");
    cast.iter().map(|r| (r.handle, role(study.person(&people, r.handle)))).collect()
}

#[test]
fn the_french_cast_is_recognised() {
    let study = Study::of(FRENCH);
    assert_eq!(
        roles(&study, FRENCH),
        [
            ("ines_cm", "staff"),
            ("paul_fan", "fan"),
            ("lea_cliente", "customer"),
            ("clem_crea", "paid"),
            ("jourdain_presse", "nothing"),
            ("grincheux77", "doubtful"),
            ("sophie_plainte", "complains"),
            ("contre_ormeau", "detractor"),
        ]
    );
}

#[test]
fn the_english_cast_is_recognised() {
    let study = Study::of(ENGLISH);
    assert_eq!(
        roles(&study, ENGLISH),
        [
            ("tess_works", "staff"),
            ("joe_fan", "fan"),
            ("amy_buyer", "customer"),
            ("kit_creator", "paid"),
            ("dana_press", "nothing"),
            ("angry_bot", "doubtful"),
            ("sam_complains", "complains"),
        ]
    );
}

#[test]
fn codes_without_a_word_of_advertising_are_for_review() {
    for (cast, creator) in [(FRENCH, "clem_crea"), (ENGLISH, "kit_creator")] {
        let study = Study::of(cast);
        let creator = study.find(creator) as u32;
        let found = study.paid();
        assert!(found.iter().all(|p| p.account == creator), "{found:?}");
        let review: Vec<Vec<&str>> =
            found.iter().filter(|p| !p.is_disclosed()).map(|p| p.names().collect()).collect();
        assert_eq!(review, [["code"]]);
        assert_eq!(found.len(), 4);
    }
}

#[test]
fn people_are_shown_with_evidence_and_in_order() {
    let study = Study::of(FRENCH);
    let people = study.people(&Lists::default());
    let standings: Vec<Standing> = people.people.iter().map(|p| p.standing).collect();
    assert!(standings.is_sorted(), "{standings:?}");
    let fan = study.person(&people, "paul_fan").unwrap();
    assert_eq!((fan.regard.mentions, fan.regard.weeks, fan.regard.active_weeks), (4, Some(4), 5));
    assert!(fan.positive_low > 0.5 && fan.score > 0.0 && fan.order == fan.score, "no credit: √1");
    assert!((50.0..=100.0).contains(&fan.advocacy));
    assert_eq!(fan.evidence.len(), 4);
    let complaint = study.person(&people, "sophie_plainte").unwrap();
    let text = study.strings().get(study.data.posts.text[complaint.evidence[0] as usize]);
    assert!(text.contains("toujours pas reçu"));
    assert!(complaint.customer && !complaint.listed_customer);
    // A customer whom nobody knows to be genuine is one, and it is said that this could not be told.
    assert!(study.person(&people, "lea_cliente").unwrap().authenticity.is_nan());
}

#[test]
fn lists_tell_what_posts_do_not() {
    let study = Study::of(FRENCH);
    let lists = Lists {
        employees: vec!["@Jourdain_Presse".into()],
        customers: vec!["paul_fan".into(), "grincheux77".into()],
    };
    let people = study.people(&lists);
    let person = |handle| study.person(&people, handle);
    assert_eq!(person("jourdain_presse").unwrap().employee, Some(Told::List));
    assert_eq!((role(person("paul_fan")), person("paul_fan").unwrap().listed_customer), ("customer", true));
    assert_eq!(role(person("grincheux77")), "doubtful", "being a customer makes nobody genuine");
}

#[test]
fn what_the_data_lack_is_said() {
    let study = Study::of(ENGLISH);
    let lists = Lists { employees: vec!["dana_press".into()], customers: vec![] };
    let brand = brand();
    let sources = Sources {
        data: &study.data,
        strings: study.strings(),
        window: Window::default(),
        signs: Signs::default(),
        brand: Some(&brand),
        lists: &lists,
        authenticity: &[],
        credit: &[],
        needs: Needs::default(),
    };
    let found = ambassadors(sources).unwrap();
    assert_eq!((found.missing, found.people.len()), (Some("no_text"), 2), "staff needs no text");
    assert_eq!([0, 1].map(|at| found.people[at].employee), [Some(Told::List), Some(Told::Bio)]);
    assert!(found.people[0].score.is_nan() && found.people[0].advocacy.is_nan());
    let found = ambassadors(Sources { brand: None, ..sources }).unwrap();
    assert_eq!((found.missing, found.people.len()), (Some("no_brand"), 0));
    let other = Readings { brands: vec![0; study.data.posts.known], ..study.readings.clone() };
    let found = ambassadors(Sources { signs: Signs::of(&other), ..sources }).unwrap();
    assert_eq!(found.missing, Some("no_mention"));
    // Without authenticity, the troll is a detractor like others: nothing says otherwise.
    let found = ambassadors(Sources { signs: Signs::of(&study.readings), ..sources }).unwrap();
    assert_eq!(role(study.person(&found, "angry_bot")), "detractor");
    // Without dates nobody is an ambassador.
    let mut builder = Builder::new();
    builder.begin_file();
    let mut importer = Importer::new("f", ImportOptions::default()).unwrap();
    let row = "joe,I love Brulerie Ormeau amazing\n";
    let text = format!("author,text\n{row}{}", row.repeat(5));
    importer.push(text.as_bytes(), &mut builder).unwrap();
    importer.finish(&mut builder).unwrap();
    let data = Dataset::of(&builder).unwrap();
    let mut reading = Reading::new(&data, Brands::new([brand_names()])).unwrap();
    while !reading.step(&data, builder.strings()) {}
    let readings = reading.finish();
    let found = ambassadors(Sources {
        data: &data,
        strings: builder.strings(),
        signs: Signs::of(&readings),
        ..sources
    });
    assert_eq!(found.unwrap().missing, Some("no_time"));
    let empty = Dataset { posts: Default::default(), ..Dataset::default() };
    assert!(
        run(sillage::people::ambassadors::FindAmbassadors::new(Sources { data: &empty, ..sources })).is_ok()
    );
}
