package io.liangze.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A county as it stands today: who there is, and who answers for whom. @param relations by subject */
record Made(County county, List<Cadre> cadres, List<Business> businesses, Map<UUID, Relation> relations) {

    /** @param acting the lead official until the post is filled */
    record Relation(UUID official, String officialCounty, String officialName, String officialPost, boolean acting, String rule,
                    String why, LocalDate since) {}
}
