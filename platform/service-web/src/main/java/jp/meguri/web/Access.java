package jp.meguri.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;

/**
 * Which roles have any business with this handler; everybody else is answered 403 before
 * anything is looked up. Without it, everybody with a role but the operators.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

	/** One of these is needed, at whatever unit. */
	RoleCode[] value();

}
