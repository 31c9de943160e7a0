/**
 * The gateway (入口): the only door from outside. It signs people in, keeps their session,
 * checks who may use which route and hands requests on to the services.
 */
@NullMarked
package jp.meguri.gateway;

import org.jspecify.annotations.NullMarked;
