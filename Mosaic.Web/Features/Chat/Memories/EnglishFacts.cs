using static Mosaic.Web.Features.Chat.Memories.FactClause;

namespace Mosaic.Web.Features.Chat.Memories;

/// <summary>Whether an English clause tells something lasting of who says it: by its subject, its verb, and the words of passing things.</summary>
internal static class EnglishFacts
{
    private static readonly IReadOnlySet<string> Passing = Words("today tonight yesterday tomorrow just again soon moment minute this these you your yours yourself please would lately currently");
    private static readonly IReadOnlySet<string> Habits = Words("usually always never often rarely seldom regularly normally mostly daily weekly every each mondays tuesdays wednesdays thursdays fridays saturdays sundays weekends");
    private static readonly IReadOnlySet<string> Skipped = Words("really also still already only both absolutely totally very quite mainly mostly usually always never often rarely originally actually now");

    /// <summary>What makes a habit of what somebody does.</summary>
    private static readonly string[] HabitPhrases = ["a week", "a month", "a year", "for a living", "as a hobby", "for fun", "free time", "spare time", "on weekends", "days off", "my own", "so far"];

    /// <summary>Whom and what people have for years.</summary>
    private static readonly IReadOnlySet<string> Lasting = Words(
        "wife husband partner girlfriend boyfriend fiance fiancee spouse ex mother father mum mom dad parents parent stepmother stepfather brother brothers sister sisters sibling siblings twin son sons daughter daughters child "
        + "children kid kids baby grandmother grandfather grandma grandpa granny grandparents grandson granddaughter uncle aunt cousin cousins nephew niece family friend friends flatmate roommate neighbour neighbor boss "
        + "colleague manager doctor therapist teacher dog dogs cat cats horse horses pet pets parrot rabbit name nickname surname birthday age hometown home house flat apartment garden farm village job profession career "
        + "hobby hobbies favourite favorite favourites religion faith nationality language tongue eyes hair height allergy allergies condition disability diagnosis car bike motorbike boat company firm shop band blood anniversary");

    private static readonly IReadOnlySet<string> LastingVerbs = Words(
        "live work study own speak play love hate prefer collect teach suffer eat drink smoke wear belong come like enjoy dislike adore detest avoid breed sing dance ride drive cook bake paint draw volunteer practise practice "
        + "coach manage lead run grow keep train knit sew garden row ski surf climb fish hunt blog brew design illustrate repair decorate translate build restore remodel sell raise rent foster mentor tutor compose farm cycle bike jog hike "
        + "swim meditate pray sail skate write photograph research");

    /// <summary>What somebody loves may have an article; what they do to the one thing before them passes.</summary>
    private static readonly IReadOnlySet<string> Feelings = Words("love hate prefer adore detest own");

    private static readonly IReadOnlySet<string> Definite = Words("the my our it that them him her through for to on out all everything");
    private static readonly IReadOnlySet<string> Instruments = Words("cello piano guitar violin drums flute trumpet saxophone bass organ harp clarinet trombone viola oboe ukulele accordion banjo");
    private static readonly IReadOnlySet<string> PassingStates = Words("mess late broken crashed dead empty dirty hungry tired here ready gone asleep wrong stuck slow");
    private static readonly IReadOnlySet<string> Insults = Words("bit little lot idiot fool genius liar mess");

    private static readonly IReadOnlySet<string> LastingDoing = Words("living working studying learning training expecting raising teaching planning writing saving renovating caring suffering dating");
    private static readonly IReadOnlySet<string> Objected = Words("it that them him her version answer idea one sound");

    private static readonly IReadOnlySet<string> LastingStates = Words(
        "allergic intolerant married divorced single widowed engaged separated vegetarian vegan blind colour-blind color-blind deaf disabled diabetic autistic dyslexic epileptic asthmatic retired unemployed self-employed pregnant gay lesbian "
        + "bisexual trans jewish muslim christian catholic protestant buddhist hindu religious left-handed right-handed originally from born afraid scared terrified fond tall adopted bilingual sober teetotal lactose gluten");

    private static readonly IReadOnlySet<string> Articles = Words("a an the one two three four five six seven eight nine ten several many some no my our high low type twin");

    /// <summary>What people have for an hour.</summary>
    private static readonly IReadOnlySet<string> PassingThings = Words(
        "question questions idea ideas problem problems request clue doubt doubts feeling headache cold fever meeting appointment time look plan suggestion guess bug error issue point chance hurry lot bit moment task deadline exam to");

    private static readonly IReadOnlySet<string> LifeEvents = Words("born grew moved studied graduated married retired quit divorced emigrated immigrated adopted lived worked trained served converted founded inherited stopped gave");
    private static readonly IReadOnlySet<string> Skills = Words("swim drive cook sing dance read write walk eat drink stand hear see smell taste tolerate ride cycle play speak fly whistle have");
    private static readonly IReadOnlySet<string> Refused = Words("eat drink smoke like have own drive speak want celebrate believe wear use watch play work live enjoy tolerate take");

    /// <summary>What does somebody harm, whatever it is.</summary>
    private static readonly string[] Reactions = ["me ill", "me sick", "me migraines", "me headaches", "me hives", "me heartburn", "me a rash"];

    public static bool Hold(FactClause clause)
    {
        if (clause.Count < 3 || clause.HasAny(Passing) || clause.Has("right now") || PointsBack(clause)) return false;
        return clause[Start(clause)] switch
        {
            "my" or "our" => HoldsOfMine(clause, Start(clause)),
            "i" or "we" => HoldsOfMe(clause, Start(clause) + 1),
            _ => clause.HasAny(Words("gives give makes make")) && Reactions.Any(clause.Has),
        };
    }

    // With that, about that: it speaks of the talk and not of a life.
    private static bool PointsBack(FactClause clause)
    {
        for (var at = 1; at < clause.Count; at++)
            if (clause[at] == "that" && clause[at - 1] is "of" or "with" or "about" or "like" or "on" or "to" or "for" or "in") return true;
        return false;
    }

    // In 2012 I moved; as a child I lived; since then we live.
    private static int Start(FactClause clause)
    {
        if (clause[0] is not ("now" or "in" or "since" or "as" or "on" or "after" or "before" or "for" or "at" or "originally" or "sometimes" or "when")) return 0;
        for (var at = 1; at < Math.Min(clause.Count, 7); at++)
            if (clause[at] is "i" or "we" or "my" or "our") return at;
        return 0;
    }

    private static bool HoldsOfMine(FactClause clause, int subject)
    {
        var noun = -1;
        for (var at = subject + 1; at <= subject + 3 && noun < 0; at++)
            if (Lasting.Contains(Owner(clause[at]))) noun = at;
        if (noun < 0) return false;
        if (clause.HasAny(PassingStates)) return false;
        var hasVerb = false;
        for (var at = noun + 1; at < clause.Count; at++) hasVerb |= IsVerb(clause[at]);
        if (!hasVerb) return false;
        for (var at = noun + 1; at < clause.Count; at++)
            if (clause[at - 1] is "is" or "are" or "am" && IsDoing(clause[at]) && !LastingDoing.Contains(clause[at])) return false;
        return clause.Count - noun > 2;
    }

    // What follows somebody and is something they do or are.
    private static bool IsVerb(string word) =>
        word is "is" or "are" or "was" or "were" or "has" or "have" or "had" or "died" or "live" or "work" or "come" or "can" or "speak" or "keep" or "love" or "mean" or "grew" or "fought"
        || (word.Length > 3 && (word.EndsWith('s') || word.EndsWith("ed", StringComparison.Ordinal)) && !word.EndsWith("'s", StringComparison.Ordinal));

    private static string Owner(string word) => word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;

    private static bool HoldsOfMe(FactClause clause, int start)
    {
        var at = start;
        while (Skipped.Contains(clause[at])) at++;
        var hasHabit = clause.HasAny(Habits) || HabitPhrases.Any(clause.Has);
        return clause[at] switch
        {
            "am" or "are" => !clause.HasAny(Words("now")) && Is(clause, at + 1),
            "have" => Has(clause, at + 1),
            "can" when clause[at + 1] is "speak" or "play" or "cook" or "sing" or "sail" or "fly" => !Objected.Contains(clause[at + 2]) && !Definite.Contains(clause[at + 2]),
            "can" => clause[at + 1] == "not" && Skills.Contains(clause[at + 2]) && !Objected.Contains(clause[at + 3]),
            "do" => clause[at + 1] == "not" && Refused.Contains(clause[at + 2]) && !Objected.Contains(clause[at + 3]) && !(clause[at + 2] == "have" && PassingThings.Contains(LastOf(clause, at + 3))),
            "used" => clause[at + 1] == "to",
            "was" or "were" => clause[at + 1] is "born" or "raised" or "adopted" or "diagnosed" or "married" || clause.Has("brought up"),
            "got" => clause[at + 1] is "married" or "divorced" or "engaged",
            "will" or "want" or "need" or "think" or "guess" or "mean" or "hope" or "see" or "must" or "should" or "could" or "might" or "may" => false,
            var verb when LifeEvents.Contains(verb) => verb is not ("stopped" or "gave" or "quit") || clause.HasAny(Words("smoking drinking job school eating up")),
            var verb when LastingVerbs.Contains(verb) => at + 1 < clause.Count && !Objected.Contains(clause[at + 1]) && !Objected.Contains(clause[clause.Count - 1]) && (hasHabit || DoesAsARule(clause, at)),
            "spent" => clause.HasAny(Words("childhood youth years")),
            "lost" => clause.HasAny(Lasting) || clause.HasAny(Words("leg arm sight hearing")),
            "joined" => true,
            var verb => (hasHabit && !verb.EndsWith("ed", StringComparison.Ordinal)) || clause.Has("years ago") || clause.Lower.Any(IsYear),
        };
    }

    private static bool IsYear(string word) => word.Length == 4 && word.All(char.IsAsciiDigit) && word[0] is '1' or '2' && word[1] is '9' or '0';

    private static bool DoesAsARule(FactClause clause, int verb)
    {
        var next = verb + 1;
        while (Skipped.Contains(clause[next])) next++;
        return clause[verb] switch
        {
            "work" => clause[next] is "in" or "at" or "for" or "as" or "from" or "with" or "nights" or "part" or "full" or "remotely" or "part-time" or "full-time" or "night" or "shifts",
            "live" or "come" or "belong" or "suffer" => clause[next] is not ("for" or "to") || clause[verb] == "belong",
            "like" when clause[next] == "to" => true,
            "love" or "hate" or "prefer" when clause[next] == "to" => true,
            "play" when clause[next] == "the" => Instruments.Contains(clause[next + 1]),
            "run" => clause[next] is "a" or "an" or "our" || clause[next].EndsWith('s'),
            var feeling when Feelings.Contains(feeling) => true,
            _ => !Definite.Contains(clause[next]),
        };
    }

    private static bool Is(FactClause clause, int at)
    {
        while (clause[at] is "not" || Skipped.Contains(clause[at]) && clause[at] != "originally") at++;
        if (clause[at] == "more" && clause[at + 1] == "of") at += 2;
        if (clause[at] is "a" or "an") return clause.Count > at + 1 && !Insults.Contains(clause[at + 1]);
        if (clause[at] == "the") return clause[at + 1] is "youngest" or "oldest" or "eldest" or "middle" or "only";
        if (clause[at] is "in") return false;
        if (IsDoing(clause[at])) return LastingDoing.Contains(clause[at]);
        if (clause[at] is "afraid" or "scared" or "terrified" or "fond") return clause[at + 1] == "of";
        return LastingStates.Contains(clause[at]) || clause.IsNoun(at) || clause.Has("years old") || (clause[at].EndsWith("-blind", StringComparison.Ordinal) || clause[at].EndsWith("-handed", StringComparison.Ordinal));
    }

    private static bool Has(FactClause clause, int at)
    {
        while (clause[at] is "not" || Skipped.Contains(clause[at])) at++;
        if (clause[at] == "trouble") return clause[at + 1].EndsWith("ing", StringComparison.Ordinal);
        if (clause[at] == "visited") return clause.Has("so far");
        if (clause[at] is "been" or "lived" or "worked" or "had" or "known" or "played" or "studied") return clause.HasAny(Words("since for always never years"));
        if (PassingThings.Contains(clause[at]) || PassingThings.Contains(LastOf(clause, at))) return false;
        return Articles.Contains(clause[at]) || Lasting.Contains(LastOf(clause, at)) || char.IsAsciiDigit(clause[at].FirstOrDefault()) || LastingStates.Contains(clause[at]) || clause.Count == at + 1;
    }

    // The noun after an article and at most two words that say what it is like.
    private static string LastOf(FactClause clause, int at)
    {
        var first = Articles.Contains(clause[at]) || clause[at] == "any" ? at + 1 : at;
        for (var next = first; next < Math.Min(first + 3, clause.Count); next++)
            if (PassingThings.Contains(clause[next]) || Lasting.Contains(clause[next])) return clause[next];
        return clause[first];
    }

    private static bool IsDoing(string word) => word.Length > 4 && word.EndsWith("ing", StringComparison.Ordinal);
}
