package io.liangze.subject;

import io.liangze.Given;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Subjects for tests: {@code subjects.at("360121100001").kind("C4").saved()} is a restaurant there, with numbers of its own. */
@Component
public class GivenSubjects {

    private final Subjects subjects;
    private final Given given;

    GivenSubjects(Subjects subjects, Given given) {
        this.subjects = subjects;
        this.given = given;
    }

    /** 老王面馆, a noodle shop (D). */
    public Fields at(String region) {
        return new Fields(region);
    }

    /** What is stated of one. */
    public final class Fields {

        private final Map<SubjectField, String> fields = new EnumMap<>(SubjectField.class);

        Fields(String region) {
            with(SubjectField.NAME, "老王面馆").with(SubjectField.KIND, "C5").with(SubjectField.REGION, region)
                .with(SubjectField.LICENCE_NO, Numbers.operation(2, region)).with(SubjectField.PRINCIPAL, "王水生")
                .with(SubjectField.PHONE, "13812341234");
        }

        public Fields with(SubjectField field, String value) {
            fields.put(field, value);
            return this;
        }

        public Fields named(String name) {
            return with(SubjectField.NAME, name);
        }

        public Fields kind(String kind) {
            return with(SubjectField.KIND, kind);
        }

        public Map<SubjectField, String> made() {
            return fields;
        }

        public Subject saved() {
            var county = fields.get(SubjectField.REGION).substring(0, 6) + "000000";
            return subjects.open(given.office(county), null, new EnumMap<SubjectField, String>(fields));
        }
    }
}
