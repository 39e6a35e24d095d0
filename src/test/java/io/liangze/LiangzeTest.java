package io.liangze;

import io.liangze.database.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application with its security filters, on a real and empty database and a port of its own, at {@link TestClock#TEN_O_CLOCK}.
 * All such classes share one context: no {@code @MockitoBean}, no properties of their own, no {@code @DirtiesContext};
 * and one database, so a test keeps to places and ids of its own and never counts a whole table.
 * Every test class named {@code Given…} that is a {@code @Component} can be injected.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Liangze.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestParts.class)
@ExtendWith(TestClock.Reset.class)
public @interface LiangzeTest {}
