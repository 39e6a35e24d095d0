package io.liangze;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Liangze (两责), the working platform of the two responsibilities for food safety. Beans are named by their whole class
 * name, so that two modules may each have their {@code Words}.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Liangze {

    public static void main(String[] args) {
        SpringApplication.run(Liangze.class, args);
    }
}
