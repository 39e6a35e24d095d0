package io.liangze.sample;

import io.liangze.shared.Grade;
import io.liangze.subject.ChainRole;
import io.liangze.subject.FoodCategory;
import io.liangze.subject.GradeResult;
import io.liangze.subject.GradingFacts;
import io.liangze.subject.Kind;
import io.liangze.subject.Operation;
import io.liangze.subject.RiskLevel;
import io.liangze.subject.SalesChannel;
import io.liangze.subject.Scale;
import io.liangze.subject.Season;
import io.liangze.subject.SubjectStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A business while it is being made up, step by step; then a row. */
final class Business {

    final County.Village village;
    final Kind kind;
    UUID id = new UUID(0, 0);
    String name = "";
    @Nullable String creditCode;
    @Nullable String licenceNo;
    @Nullable LocalDate licenceExpires;
    String address = "";
    Land.Point at;
    String principal = "";
    String phone = "";
    @Nullable Scale scale;
    @Nullable Integer areaM2;
    @Nullable Integer seats;
    @Nullable Integer dinersPerMeal;
    @Nullable Integer staff;
    @Nullable Integer revenue;
    ChainRole chainRole = ChainRole.NONE;
    @Nullable String headOffice;
    @Nullable Integer stores;
    @Nullable FoodCategory foodCategory;
    @Nullable SalesChannel salesChannel;
    @Nullable Operation operation;
    @Nullable RiskLevel riskLevel;
    SubjectStatus status = SubjectStatus.ACTIVE;
    /** Since when it is no longer active. */
    @Nullable LocalDate ended;
    @Nullable String endedWhy;
    @Nullable Season season;
    @Nullable GradeResult graded;
    @Nullable Double schoolGateM;
    Instant createdAt = Instant.EPOCH;
    LocalDate createdOn = LocalDate.EPOCH;

    Business(County.Village village, Kind kind) {
        this.village = village;
        this.kind = kind;
        at = village.at();
    }

    String region() {
        return village.code();
    }

    boolean isActive() {
        return status == SubjectStatus.ACTIVE || status == SubjectStatus.SEASONAL;
    }

    /** Also of one that has ended: what it had. */
    Grade grade() {
        return Objects.requireNonNull(graded).grade();
    }

    List<String> flags() {
        return isActive() ? List.copyOf(Objects.requireNonNull(graded).flags()) : List.of();
    }

    Business size(Scale size, Chance chance) {
        Sizes.of(kind, size).apply(this, chance);
        return this;
    }

    GradingFacts facts() {
        return new GradingFacts(kind, scale, areaM2 == null ? null : areaM2.doubleValue(), seats, dinersPerMeal, foodCategory, chainRole,
            stores, salesChannel, riskLevel, schoolGateM, GradingFacts.History.NONE);
    }
}
