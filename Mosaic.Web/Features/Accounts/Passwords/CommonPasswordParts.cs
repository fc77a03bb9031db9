namespace Mosaic.Web.Features.Accounts.Passwords;

/// <summary>What common passwords are made of.</summary>
internal static class CommonPasswordParts
{
    public static readonly string[] Whole =
    [
        "1234567890", "12345678910", "123456789a", "0123456789", "0987654321", "1q2w3e4r5t", "1q2w3e4r5t6y", "q1w2e3r4t5", "q1w2e3r4t5y6",
        "1qaz2wsx3edc", "1qaz2wsx3edc4rfv", "zaq12wsxcde3", "qwertyuiop", "qwertyuiop123", "qwertyuiop[]", "asdfghjkl;", "asdfghjkl123",
        "zxcvbnm123", "zxcvbnm,./", "qazwsxedcrfv", "qazwsxedc123", "qwerty123456", "qwertz123456", "azerty123456", "azertyuiop", "qwertzuiop",
        "123qweasdzxc", "qweasdzxc123", "1234qwerasdf", "qwer1234asdf", "asdf1234qwer", "abcd1234abcd", "abc123abc123", "a1b2c3d4e5", "1a2b3c4d5e",
        "a123456789", "aa123456789", "abc123456789", "abcdefghij", "abcdefg123", "abcdefgh123", "1122334455", "1112223334", "1231231234",
        "123123123123", "112233445566", "147258369", "1472583690", "159753159753", "741852963", "7418529630", "789456123", "7894561230",
        "0147258369", "1029384756", "5432112345", "1234554321", "12345678901", "123456789012", "1234567891", "1234567899", "11223344556",
        "iloveyou123", "iloveyou12", "iloveyou1234", "iloveyousomuch", "iloveyouforever", "ilovemyself", "ilovemymom", "ilovejesus", "trustno1trustno1",
        "letmeinplease", "letmeinnow", "letmein123", "letmein1234", "opensesame", "passwordpassword", "password1password", "thisismypassword",
        "mypassword", "mypassword1", "mypassword123", "yourpassword", "nopassword", "newpassword", "newpassword1", "oldpassword", "thepassword",
        "defaultpassword", "changeme123", "changeme1234", "changemenow", "temporary123", "temppassword", "testpassword", "testtest123",
        "administrator", "administrator1", "adminadmin", "adminadmin1", "admin123456", "adminpassword", "rootpassword", "rootroot123", "superuser123",
        "guestguest", "useruser123", "welcometo123", "welcomehome", "correcthorsebatterystaple", "correct horse battery staple", "mosaicmosaic",
        "mosaicadmin", "mynotebook", "notebook123", "leavemealone", "whateverman", "whoareyou1", "fuckyou123", "fuckyou1234", "motherfucker",
        "mercedesbenz", "harleydavidson", "manchesterunited", "realmadrid", "barcelona10", "liverpoolfc", "chelseafc1", "arsenalfc1", "juventusfc",
        "californication", "metallica1", "slipknot666", "linkinpark", "greenday123", "blink182182", "eminem1234", "onedirection", "justinbieber",
        "harrypotter", "starwars123", "lordoftherings", "spongebob1", "mickeymouse", "donaldduck", "hellokitty", "pokemon123", "minecraft1", "minecraft123",
        "fortnite123", "counterstrike", "worldofwarcraft", "playstation", "playstation3", "nintendo64", "godisgood1", "jesuschrist", "jesuslovesme",
        "jesussaves", "godisgreat", "hallelujah", "blessed123", "christmas1", "halloween1", "valentine1", "summertime", "springtime", "wintertime",
    ];

    public static readonly string[] Words =
    [
        "password", "passwort", "passw", "pass", "motdepasse", "contrasena", "wachtwoord", "parola", "senha", "haslo", "lozinka", "kennwort", "secret", "geheim",
        "welcome", "willkommen", "bienvenue", "hello", "hallo", "letmein", "login", "admin", "root", "user", "guest", "test", "testing", "demo", "temp", "default",
        "changeme", "server", "system", "master", "manager", "office", "company", "business", "internet", "computer", "windows", "microsoft", "google", "facebook",
        "samsung", "iphone", "apple", "android", "linux", "ubuntu", "docker", "postgres", "mosaic", "notebook", "qwerty", "qwertz", "azerty", "asdfgh", "asdfghjkl",
        "zxcvbnm", "qazwsx", "abc", "abcd", "abcdef", "iloveyou", "loveyou", "lovely", "forever", "always", "family", "mother", "father", "sister", "brother",
        "daughter", "friend", "friends", "sweetheart", "honey", "darling", "princess", "prince", "queen", "king", "angel", "angels", "baby", "babygirl", "babyboy",
        "football", "fussball", "baseball", "basketball", "hockey", "soccer", "tennis", "golf", "cricket", "rugby", "liverpool", "chelsea", "arsenal", "barcelona",
        "juventus", "bayern", "manchester", "madrid", "yankees", "cowboys", "lakers", "steelers", "eagles", "packers", "dragon", "tiger", "lion", "monkey", "panther",
        "elephant", "dolphin", "butterfly", "unicorn", "chicken", "rabbit", "kitten", "puppy", "horse", "horses", "wolf", "eagle", "phoenix", "shadow", "sunshine",
        "rainbow", "summer", "winter", "spring", "autumn", "sommer", "january", "february", "march", "april", "june", "july", "august", "september", "october",
        "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "morning", "midnight", "superman", "batman",
        "spiderman", "ironman", "starwars", "pokemon", "pikachu", "naruto", "minecraft", "fortnite", "roblox", "warcraft", "diablo", "zelda", "matrix", "ninja",
        "samurai", "warrior", "soldier", "hunter", "killer", "ranger", "pirate", "wizard", "magic", "mustang", "ferrari", "porsche", "mercedes", "corvette", "harley",
        "toyota", "honda", "yamaha", "suzuki", "michael", "michelle", "jennifer", "jessica", "ashley", "amanda", "daniel", "thomas", "robert", "william", "andrew",
        "joshua", "matthew", "anthony", "charlie", "george", "alexander", "alexandra", "nicole", "stephanie", "elizabeth", "samantha", "victoria", "christian",
        "patrick", "richard", "martin", "maria", "anna", "laura", "sophie", "sarah", "hannah", "jordan", "jackson", "justin", "brandon", "tyler", "austin", "dallas",
        "london", "paris", "berlin", "newyork", "america", "england", "france", "germany", "deutschland", "brasil", "mexico", "canada", "india", "pakistan",
        "australia", "chocolate", "cookie", "banana", "orange", "cherry", "strawberry", "pepper", "cheese", "coffee", "pizza", "guitar", "music", "dancing",
        "freedom", "liberty", "heaven", "jesus", "christ", "blessed", "genesis", "trinity", "silver", "golden", "diamond", "purple", "yellow", "orange", "flower",
        "flowers", "garden", "ocean", "mountain", "hollywood", "snoopy", "garfield", "mickey", "tinkerbell", "scooby", "trustno", "access", "whatever", "nothing",
        "something", "anything", "fuckyou", "asshole", "bullshit", "sexy", "bigdick", "lovers", "lover", "cutie", "lucky", "happy", "smile", "crazy", "cool",
    ];

    public static readonly string[] Endings =
    [
        "1", "12", "123", "1234", "12345", "123456", "1234567", "12345678", "123456789", "1234567890", "0", "00", "000", "007", "01", "02", "10", "11", "111",
        "1111", "13", "21", "22", "23", "222", "2222", "321", "4321", "54321", "69", "666", "777", "7777", "88", "888", "8888", "99", "999", "9999", "100", "101",
        "1!", "12!", "123!", "1234!", "!", "!!", "!!!", "!1", "!123", "?", ".", "*", "#1", "@1", "@12", "@123", "@1234", "@12345", "#123", "_123", "-123", "a",
        "abc", "abc123", "123abc", "qwerty", "q1w2e3", "1q2w3e", "asdf", "xyz", "forever", "love", "me", "now", "world", "girl", "boy",
    ];

    /// <summary>Two well-known short words in a row.</summary>
    public static IEnumerable<(string First, string Second)> Pairs()
    {
        string[] openings = ["my", "the", "i", "ilove", "love", "super", "big", "little", "new", "good", "best", "only", "hello", "welcome", "happy", "crazy"];
        foreach (var opening in openings)
            foreach (var word in Words)
                yield return (opening, word);
    }
}
