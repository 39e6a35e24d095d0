package io.liangze.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account that speaks for a business (企业账号), as its office sees it.
 *
 * @param username masked where it is a mobile number
 * @param code     its one-time code, for whoever made the account, as long as it may be fetched
 */
public record BusinessAccount(UUID id, String name, String username, boolean disabled,
                              @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FirstCode code) {}
