package dev.schemalatch.gitops;

import java.util.List;
import java.util.Map;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LoadState;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.compiler.LuaC;
import org.luaj.vm2.lib.BaseLib;
import org.luaj.vm2.lib.PackageLib;
import org.luaj.vm2.lib.TableLib;

/** A health script, run as Argo CD runs one: the resource is {@code obj}, and of Lua's libraries there are base and table. */
record HealthScript(String text) {

    /** What Argo CD shows. */
    record Health(String status, String message) {}

    Health of(Map<String, Object> resource) {
        var globals = new Globals();
        globals.load(new BaseLib());
        globals.load(new PackageLib());
        globals.load(new TableLib());
        LoadState.install(globals);
        LuaC.install(globals);
        globals.set("obj", lua(resource));
        var answer = globals.load(text, "health.lua").call();
        return new Health(
                answer.get("status").checkjstring(), answer.get("message").checkjstring());
    }

    private static LuaValue lua(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var table = new LuaTable();
                map.forEach((key, entry) -> table.set((String) key, lua(entry)));
                yield table;
            }
            case List<?> list ->
                LuaValue.listOf(list.stream().map(HealthScript::lua).toArray(LuaValue[]::new));
            case Boolean truth -> LuaValue.valueOf(truth);
            case Number number -> LuaValue.valueOf(number.doubleValue());
            default -> LuaValue.valueOf(value.toString());
        };
    }
}
