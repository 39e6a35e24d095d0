package io.liangze;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Liangze (两责), the working platform of the two responsibilities for food safety. */
@SpringBootApplication
public class Liangze {

    public static void main(String[] args) {
        SpringApplication.run(Liangze.class, args);
    }
}
