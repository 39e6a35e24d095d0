package io.liangze.subject;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an office states of a subject (登记事项); see {@link SubjectField} for each. Never null: name, kind, region, chain role, status.
 *
 * @param region       12-digit code of a village, or of a township where the village is not known
 * @param longitude    WGS-84, like {@code latitude}; both or none
 * @param areaM2       business area in m²
 * @param revenue      a year, in 10,000 yuan
 * @param headOffice   credit code of the chain's head office, which may lie in another county
 * @param stores       of the whole chain as told; null = counted by head office
 * @param seasonMonths only of {@link SubjectStatus#SEASONAL}
 */
public record Particulars(
    String name, @Nullable CreditCode creditCode, @Nullable LicenceNo licenceNo, @Nullable LocalDate licenceExpires,
    Kind kind, @JsonIgnore String region, @Nullable String address, @Nullable Double longitude, @Nullable Double latitude,
    @Nullable String principal, @JsonIgnore @Nullable SealedPhone phone, @Nullable Scale scale, @Nullable BigDecimal areaM2,
    @Nullable Integer seats, @Nullable Integer dinersPerMeal, @Nullable Integer staff, @Nullable BigDecimal revenue,
    ChainRole chainRole, @Nullable CreditCode headOffice, @Nullable Integer stores, @Nullable FoodCategory foodCategory,
    @Nullable SalesChannel salesChannel, @Nullable Operation operation, @Nullable RiskLevel riskLevel,
    SubjectStatus status, @Nullable Season seasonMonths) {

    /** The county that it lies in: six digits. */
    @JsonIgnore
    public String county() {
        return region.substring(0, 6);
    }

    Particulars withStatus(SubjectStatus other, @Nullable Season months) {
        return new Particulars(name, creditCode, licenceNo, licenceExpires, kind, region, address, longitude, latitude,
            principal, phone, scale, areaM2, seats, dinersPerMeal, staff, revenue, chainRole, headOffice, stores,
            foodCategory, salesChannel, operation, riskLevel, other, months);
    }
}
