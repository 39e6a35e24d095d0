package io.liangze;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Primary;

/** What tests put beside the application: a clock that they move, and all that is named {@code Given…}. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(basePackages = "io.liangze", useDefaultFilters = false, nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    includeFilters = @Filter(type = FilterType.REGEX, pattern = "io\\.liangze\\.(\\w+\\.)*Given\\w*"))
class TestParts {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }
}
