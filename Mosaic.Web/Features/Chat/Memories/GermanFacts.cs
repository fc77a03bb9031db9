using static Mosaic.Web.Features.Chat.Memories.FactClause;

namespace Mosaic.Web.Features.Chat.Memories;

/// <summary>Whether a German clause tells something lasting of who says it. German writes nouns with a capital letter and lets the verb stand second.</summary>
internal static class GermanFacts
{
    private static readonly IReadOnlySet<string> Passing = Words(
        "heute gestern vorgestern vorhin gleich eben bald wieder du dich dir dein deine deinen deinem deiner euch bitte dies diese diesen dieses diesem würde würden hätte hätten wäre wären könnte möchte los");

    private static readonly IReadOnlySet<string> Momentary = Words("gerade jetzt momentan total");
    private static readonly IReadOnlySet<string> Habits = Words("immer nie niemals jeden jede jedes täglich oft meistens meist normalerweise gewöhnlich selten regelmässig montags dienstags mittwochs donnerstags freitags samstags sonntags wochentags morgens abends liebsten");
    private static readonly IReadOnlySet<string> Skipped = Words("leider eher auch schon noch nicht sehr eigentlich ursprünglich ein eine einen seit gelernter gelernte überzeugter überzeugte strenger strenge begeisterter begeisterte gebürtiger gebürtige");

    private static readonly IReadOnlySet<string> Lasting = Words(
        "frau mann ehefrau ehemann partner partnerin freundin freund verlobte verlobter mutter vater mama papa eltern bruder brüder schwester schwestern geschwister zwilling sohn söhne tochter töchter kind kinder baby oma opa "
        + "grossmutter grossvater grosseltern enkel enkelin onkel tante cousin cousine neffe nichte familie freunde mitbewohner mitbewohnerin nachbar nachbarin chef chefin kollege kollegin arzt ärztin lehrer hund hunde katze katzen kater "
        + "pferd haustier name vorname nachname spitzname geburtstag alter heimat heimatort zuhause haus wohnung garten hof dorf beruf job hobby hobbys religion glaube muttersprache augen haare allergie krankheit behinderung auto "
        + "fahrrad motorrad boot firma laden band blutgruppe hochzeitstag schwiegermutter schwiegervater schwiegereltern schwager schwägerin");

    private static readonly IReadOnlySet<string> LastingVerbs = Words(
        "arbeite arbeiten wohne wohnen lebe leben heisse heissen studiere studieren spiele spielen esse essen trinke trinken rauche rauchen mag mögen liebe lieben hasse hassen bevorzuge bevorzugen sammle sammeln spreche sprechen "
        + "lerne lernen besitze besitzen leide leiden vertrage vertragen trage tragen unterrichte unterrichten leite leiten singe singen tanze tanzen male malen koche kochen backe backen gehöre gehören züchte züchten stamme stammen "
        + "erwarten fürchte reite reiten angle angeln übersetze übersetzen halte halten spare sparen interessiere interessieren repariere reparieren baue bauen entwerfe entwerfen gestalte gestalten verkaufe verkaufen hinke pflege pflegen "
        + "schreibe schreiben stricke stricken nähe nähen bastle basteln sammle programmiere");

    private static readonly IReadOnlySet<string> Feelings = Words("mag mögen liebe lieben hasse hassen bevorzuge fürchte");
    private static readonly IReadOnlySet<string> Definite = Words("der die das den dem es ihn sie noch nebenbei schnell kurz erstmal erst dann mir uns");
    private static readonly IReadOnlySet<string> Chosen = Words("lieber besser erste ersten zweite zweiten nächste nächsten letzte letzten");
    private static readonly IReadOnlySet<string> PassingStates = Words("kaputt leer weg da müde hungrig weh fertig spät abgestürzt");
    private static readonly IReadOnlySet<string> Instruments = Words("klavier gitarre geige bratsche cello flöte trompete schlagzeug orgel");

    private static readonly IReadOnlySet<string> LastingStates = Words(
        "allergisch verheiratet geschieden ledig verwitwet verlobt getrennt schwanger vegetarisch vegan blind taub farbenblind schwerhörig behindert schwul lesbisch katholisch evangelisch muslimisch jüdisch religiös arbeitslos "
        + "selbständig selbstständig pensioniert aufgewachsen geboren gezogen umgezogen ausgewandert getauft adoptiert linkshändig rechtshändig kurzsichtig zuckerkrank trocken");

    private static readonly IReadOnlySet<string> PassingThings = Words(
        "hunger durst frage fragen idee ideen problem probleme ahnung zeit lust termin kopfschmerzen eile bitte fehler plan recht angebot gefühl wunsch vorschlag moment stress glück pech fieber schnupfen kopfweh prüfung sorge sorgen zweifel");

    private static readonly IReadOnlySet<string> LifeEvents = Words("studiert gelernt geheiratet aufgehört gearbeitet gelebt gewohnt gegründet geerbt verloren unterrichtet gedient");

    private static readonly IReadOnlySet<string> LastingThirds = Words("wohnt lebt arbeitet heisst studiert lernt leidet");

    public static bool Hold(FactClause clause)
    {
        if (clause.Count < 3 || clause.HasAny(Passing) || IsTomorrow(clause)) return false;
        if (IsMine(clause[0])) return HoldsOfMine(clause);
        if (clause[0] is "ich" or "wir") return HoldsOfMe(clause, clause[1], 2);
        // The parents of my wife.
        if (clause[0] is "der" or "die" or "das" && Lasting.Contains(clause[1]) && IsMine(clause[2])) return HoldsOfMine(clause);
        // The verb stands second, and who does it behind it: Früher war ich Soldat.
        for (var at = 2; at < Math.Min(clause.Count, 7); at++)
            if (clause[at] is "ich" or "wir" && !StartsCondition(clause[0])) return HoldsOfMe(clause, clause[at - 1], at + 1);
        return false;
    }

    private static bool StartsCondition(string word) => word is "wenn" or "falls" or "ob" or "dass" or "was" or "wie" or "wo" or "warum" or "wann" or "wer" or "kann" or "soll" or "muss" or "darf" or "stell";

    private static bool IsMine(string word) => word is "mein" or "meine" or "meinen" or "meinem" or "meiner" or "unser" or "unsere" or "unseren" or "unserem" or "unserer";

    // In small letters it is the day after this one, unless it is the morning of every day.
    private static bool IsTomorrow(FactClause clause)
    {
        for (var at = 1; at < clause.Count; at++)
            if (clause[at] == "morgen" && !clause.HasCapital[at]) return true;
        return false;
    }

    private static bool HoldsOfMine(FactClause clause)
    {
        if (clause.HasAny(PassingStates) || (clause.HasAny(Momentary) && !clause.HasAny(LastingThirds))) return false;
        for (var at = 1; at <= Math.Min(3, clause.Count - 3 + 1); at++)
            if (Lasting.Contains(clause[at]) || clause[at].StartsWith("liebling", StringComparison.Ordinal)) return clause.Count - at > 2;
        return false;
    }

    private static bool HoldsOfMe(FactClause clause, string verb, int rest)
    {
        if (LastingVerbs.Contains(verb)) return clause.Count > rest - (rest > 2 ? 1 : 0) && DoesAsARule(clause, verb, rest);
        if (clause.HasAny(Momentary)) return false;
        if (IsLongAgo(clause)) return true;
        return verb switch
        {
            "bin" or "sind" => Is(clause, rest) || clause.HasAny(Habits),
            "bekomme" or "kriege" => clause[0] == "von",
            "rufe" => clause.HasAny(Habits),
            "habe" or "hab" or "haben" => Has(clause, rest),
            "war" or "waren" => clause.Has("jahre lang") || clause[0] is "früher" or "damals",
            "wurde" or "wurden" => clause.HasAny(LastingStates),
            "komme" or "kommen" => clause.HasAny(Words("aus")),
            "kann" or "können" when clause.HasAny(Instruments) || clause[clause.Count - 1] == "sprachen" => true,
            "kann" or "können" => clause.HasAny(Words("nicht kein keine")) && clause.HasAny(Words("schwimmen kochen singen tanzen fahren lesen hören riechen")),
            "nehme" or "fahre" or "gehe" or "lese" or "stehe" or "schlafe" or "laufe" or "jogge" or "meditiere" or "bete" or "schaue" or "treffe" or "besuche" or "mache" or "reise" => clause.HasAny(Habits),
            _ => false,
        };
    }

    private static bool DoesAsARule(FactClause clause, string verb, int rest)
    {
        var last = clause[clause.Count - 1];
        if (last is "das" or "es" || clause[rest] is "das" or "es" && clause.Count == rest + 1) return false;
        if (Feelings.Contains(verb)) return !clause.HasAny(Chosen);
        return clause.HasAny(Habits) || !Definite.Contains(clause[rest]);
    }

    // In 1999; three years ago; at sixteen.
    private static bool IsLongAgo(FactClause clause) =>
        clause.Has("als kind") || (clause.HasAny(Words("vor")) && clause.HasAny(Words("jahren"))) || (clause[0] == "mit" && clause[2] is "bin" or "habe" or "war")
        || clause.Lower.Any(word => word.Length == 4 && word.All(char.IsAsciiDigit) && word[0] is '1' or '2');

    private static bool Is(FactClause clause, int at)
    {
        if (clause.HasAny(LastingStates) || clause.Has("jahre alt")) return true;
        while (Skipped.Contains(clause[at])) at++;
        if (clause[at] is "der" or "die" or "das") return clause[at + 1] is "jüngste" or "älteste" or "einzige" or "mittlere";
        return clause.IsNoun(at) || clause.Has("gross geworden") || (clause[at] == "aus" && clause.IsNoun(at + 1)) || clause[at] is "von" && clause[at + 1] == "beruf";
    }

    private static bool Has(FactClause clause, int at)
    {
        if (clause[clause.Count - 1] is var last && LifeEvents.Contains(last)) return true;
        for (var noun = at; noun < Math.Min(at + 4, clause.Count); noun++)
        {
            if (!clause.IsNoun(noun)) continue;
            if (clause[noun] == "angst") return clause[noun + 1] == "vor";
            // With a participle behind it, it is what was done and not what one has.
            return !PassingThings.Contains(clause[noun]) && !IsDone(last, clause.HasCapital[clause.Count - 1]);
        }
        return false;
    }

    // Gelesen, verstanden, probiert: what was done stands last and in small letters.
    private static bool IsDone(string last, bool hasCapital) =>
        !hasCapital && last.Length > 4 && last is not ("heisst" or "heissen" or "alt") && (last[^1] == 't' || last.EndsWith("en", StringComparison.Ordinal));
}
