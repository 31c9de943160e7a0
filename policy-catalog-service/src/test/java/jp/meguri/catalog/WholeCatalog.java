package jp.meguri.catalog;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jp.meguri.test.MeguriIT;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * A test of the whole catalog with the invented cities in it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@MeguriIT
@ContextConfiguration(initializers = DemoIssuers.class)
@TestPropertySource(properties = { "meguri.demo=true", "springdoc.api-docs.enabled=false" })
public @interface WholeCatalog {

}
