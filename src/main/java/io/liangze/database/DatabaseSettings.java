package io.liangze.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.liangze.shared.Home;
import io.liangze.shared.Keys;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Which database, and through which door. Spring closes the beans in the opposite order: pool, server, lock.
 * A given server ({@code LIANGZE_DB_URL}) needs one role; a second one for the tables ({@code LIANGZE_DB_OWNER}) makes
 * the policies on rows bind the application there too.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseSettings {

    /** Most of what a request does is wait for the disk, so a few more than there are cores. */
    private static final int POOL = Math.max(10, 4 * Runtime.getRuntime().availableProcessors() + 2);

    /** Empty only for a visitor, such as {@code ./liangze verify}, to a home in which the product is running. */
    @Bean
    Tenancy tenancy(Home home, @Value("${liangze.visit:false}") boolean visit) {
        return new Tenancy(visit ? HomeLock.tryTake(home) : Optional.of(HomeLock.take(home)));
    }

    @Bean
    Server server(Home home, Keys keys, Tenancy tenancy, @Value("${liangze.visit:false}") boolean visit,
                  @Value("${liangze.db.url:}") String url,
                  @Value("${liangze.db.user:}") String user, @Value("${liangze.db.password:}") String password,
                  @Value("${liangze.db.owner:${liangze.db.user:}}") String owner,
                  @Value("${liangze.db.owner-password:${liangze.db.password:}}") String ownerPassword) {
        if (!url.isBlank()) {
            var jdbc = url.startsWith("jdbc:") ? url : "jdbc:" + url;
            return new GivenServer(new Access(jdbc, user, password, owner, ownerPassword));
        }
        if (!tenancy.isOurs()) return RunningServer.in(home, keys);
        if (visit && !EmbeddedServer.isCreated(home))
            throw new Unusable("There is no database in %s.".formatted(home.data()), "Name the right folder: LIANGZE_HOME or --home.");
        return new EmbeddedServer(home, keys);
    }

    @Bean
    Access access(Server server) {
        return server.access();
    }

    @Bean
    @Primary
    HikariDataSource dataSource(Access access, @Value("${liangze.db.pool:0}") int pool) {
        var config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(access.url());
        config.setUsername(access.user());
        config.setPassword(access.password());
        config.setMaximumPoolSize(pool > 0 ? pool : POOL);
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(30_000);
        config.setConnectionInitSql("set time zone 'Asia/Shanghai'");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "liangze");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }

    /** For the migrations alone. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource ownerDataSource(Access access) {
        return new DriverManagerDataSource(access.url(), access.owner(), access.ownerPassword());
    }

    /** {@code ${app}} in a migration is the application's role. */
    @Bean
    FlywayConfigurationCustomizer nameRoles(Access access) {
        return flyway -> flyway.placeholders(Map.of("app", access.user()));
    }
}
