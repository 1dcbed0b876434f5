<?php
/**
 * What WordPress makes of content: the filters of wp-includes that it passes through when it is saved and when it is
 * shown, without a site or a database. Takes {"code": what to run first, "kses": whether who writes is filtered,
 * "classic": whether it is the classic editor, "html": [...]} and gives the same list, cleaned.
 */
$core = getenv('WORDPRESS') ?: '/usr/share/wordpress/wp-includes';
define('ABSPATH', dirname($core) . '/');
define('WPINC', basename($core));
define('WP_DEBUG', false);

// What the filters ask of a site.
function __($text) { return $text; }
function _x($text) { return $text; }
function get_option($name) { return $name === 'blog_charset' ? 'UTF-8' : false; }
function get_locale() { return 'en_GB'; }
function is_utf8_charset() { return true; }

foreach (['plugin', 'kses', 'shortcodes', 'formatting'] as $file) require "$core/$file.php";
function wp_allowed_protocols() { return ['http', 'https', 'mailto', 'tel']; }

require "$core/version.php";
['code' => $code, 'kses' => $kses, 'classic' => $classic, 'html' => $html] = json_decode(file_get_contents('php://stdin'), true);
// Of default-filters.php, in its order.
add_filter('pre_kses', 'wp_pre_kses_less_than');
add_filter('the_content', 'wptexturize');
// Content of blocks is spared this.
if ($classic) add_filter('the_content', 'wpautop');
if ($code) eval($code);
echo json_encode([
    'version' => $wp_version,
    'html' => array_map(fn($text) => apply_filters('the_content', $kses ? wp_kses_post($text) : $text), $html),
]);
