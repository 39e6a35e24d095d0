package io.liangze;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.liangze.shared.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;

/** The few rules that hold the house together. */
class HouseTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.liangze");

    private static final Predicate<List<JavaClass>> SCOPE_FIRST =
        types -> !types.isEmpty() && types.getFirst().isEquivalentTo(Scope.class);

    @Test
    void modules_speak_only_through_their_faces() {
        ApplicationModules.of(Liangze.class).verify();
    }

    @Test
    void pages_apis_and_tables_stay_inside_their_module() {
        classes().that().areMetaAnnotatedWith(Controller.class).or().haveSimpleNameEndingWith("Table")
            .should().notBePublic().check(HOUSE);
    }

    @Test
    void every_facade_method_asks_for_a_scope_first() {
        methods().that().arePublic().and().areDeclaredInClassesThat().areAnnotatedWith(Service.class)
            .should().haveRawParameterTypes(describe("a scope first", SCOPE_FIRST))
            .allowEmptyShould(true).check(HOUSE);
    }

    /** Tests move the one clock; a class that asks another one cannot be tested at all. */
    @Test
    void nobody_asks_the_wall_clock() {
        noClasses().that().doNotHaveSimpleName("Settings")
            .should().callMethodWhere(describe("it asks the wall clock", HouseTest::asksTheWallClock)).check(HOUSE);
    }

    private static boolean asksTheWallClock(JavaCall<?> call) {
        var owner = call.getTargetOwner();
        return switch (call.getName()) {
            case "now" -> owner.getPackageName().equals("java.time") && call.getTarget().getRawParameterTypes().isEmpty();
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case String name -> owner.isEquivalentTo(Clock.class) && Set.of("system", "systemUTC", "systemDefaultZone").contains(name);
        };
    }
}
