package io.liangze.sample;

/** Who sits in the offices of the stage's places, and in the county's regulator. */
record Offices(String province, String city, String cityName, String county, String countyName, String township, String townshipName,
               String regulator) {

    static Offices of(Stage stage, County county, long seed) {
        var township = county.townships().stream().filter(t -> t.code().equals(stage.township())).findFirst().orElseThrow();
        return new Offices("饶建华", city(county, seed), county.cityName(), officer(county, seed), county.name(), "龚秀英", township.name(), regulator(county, seed));
    }

    /** The officer of a county's food-safety office. */
    static String officer(County county, long seed) {
        return county.code().equals(Stage.DEMO.county()) ? Cast.OFFICER : Persons.name(Chance.of(seed, "office " + county.code()));
    }

    static String regulator(County county, long seed) {
        return county.code().equals(Stage.DEMO.county()) ? Cast.REGULATOR : Persons.name(Chance.of(seed, "regulator " + county.code()));
    }

    private static String city(County county, long seed) {
        return Persons.name(Chance.of(seed, "office " + county.city()));
    }

    static Story.Actors actors(County county, long seed) {
        return new Story.Actors(officer(county, seed), city(county, seed),
            county.name() + "市场监管局|" + regulator(county, seed));
    }
}
