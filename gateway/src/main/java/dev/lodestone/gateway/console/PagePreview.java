package dev.lodestone.gateway.console;

import java.util.Map;

/**
 * What a shared link of the member page shows before it is opened. It depends on the kind of view alone, so it cannot reveal anything about a
 * member, a circle or a post; texts are in Chinese first and in English.
 */
record PagePreview(String title, String description) {
    private static final PagePreview HOME =
            new PagePreview("会员中心 · Member page", "查看积分、等级、签到和专属优惠。Points, level, check-in and offers for members.");
    private static final Map<String, PagePreview> BY_VIEW = Map.of(
            "points",
            new PagePreview("我的积分 · Points", "每一笔积分从哪里来、何时到期，一目了然。Where each point comes from, and when it expires."),
            "rewards",
            new PagePreview("积分兑换 · Rewards", "用积分兑换喜欢的好礼。Rewards for your points."),
            "level",
            new PagePreview("会员等级 · Levels", "看看离下一个等级还有多远。How far it is to the next level."),
            "circles",
            new PagePreview("会员圈子 · Circles", "会员在这里分享与交流，登录后加入。Where members share and talk: sign in to join."));

    /** @param path normalized, below {@code /app} */
    static PagePreview of(String path) {
        String[] parts = path.split("/", 4);
        return parts.length > 2 ? BY_VIEW.getOrDefault(parts[2], HOME) : HOME;
    }

    /** The page with its title and description in place; both are constants, so nothing needs escaping. */
    String in(String html) {
        return html.replace("{title}", title).replace("{description}", description);
    }
}
