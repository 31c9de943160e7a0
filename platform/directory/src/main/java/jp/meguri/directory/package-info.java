/**
 * The local copy of the city office (組織と職員): cities, units by fiscal year, people with
 * their assignments, the year's cycle. Fed by the catalog's events; every service
 * authorises from it.
 */
@NullMarked
package jp.meguri.directory;

import org.jspecify.annotations.NullMarked;
