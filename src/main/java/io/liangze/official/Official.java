package io.liangze.official;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.liangze.region.Level;
import io.liangze.shared.Place;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A responsible official (包保干部): one person, one post.
 *
 * @param region       his own place, of his level
 * @param field        what he is in charge of besides (分管领域)
 * @param lead         answers for the whole place as well (总包保)
 * @param linkedCounty 12-digit code of the county that a city leader is linked to (挂点县)
 * @param idNumber     masked ({@code 360102********1234}) unless the reader needs it, see {@link Officials#reveal}
 * @param phone        masked ({@code 138****1234}) likewise
 * @param from         first day in this post
 * @param leftOn       first day on which he answers for nothing
 */
public record Official(UUID id, String name, Place region, Level level, String organisation, String post, @Nullable String field,
                       boolean lead, @Nullable String linkedCounty, @Nullable String idNumber, String phone, LocalDate from,
                       @Nullable Boolean partyMember, OfficialState state, @Nullable LocalDate leftOn, @Nullable String leftReason) {

    @JsonIgnore
    public boolean isInPost() {
        return state == OfficialState.IN_POST;
    }
}
