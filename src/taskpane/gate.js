// Owns the one sentence for an Excel that is too old. Plain ES5: it runs where the pane cannot.
/* global document, location, navigator, window */
(function () {
  var ZH_OLD = '本加载项需要 Excel 2021、Microsoft 365 或网页版 Excel，请更新 Office 后再打开。';
  var EN_OLD =
    'This add-in needs Excel 2021, Microsoft 365 or Excel on the web. Please update Office and open it again.';
  var ZH_OFFICE = '没有连上 Excel：office.js 未能加载。请检查网络，或请管理员改用内网版本，然后重新打开面板。';
  var EN_OFFICE =
    'Not connected to Excel: office.js did not load. Check the network, or ask your administrator for the offline build, then reopen the pane.';

  function say(zh, en) {
    var text = /^zh/i.test(navigator.language || navigator.userLanguage || 'zh') ? zh : en;
    var chosen = /[?&]lang=(zh|en)/i.exec(location.search);
    if (chosen) text = chosen[1].toLowerCase() === 'zh' ? zh : en;
    var place = document.getElementById('gate');
    place.appendChild(document.createTextNode(text));
    place.removeAttribute('hidden');
    document.getElementById('pane').style.display = 'none';
  }

  /** Too old for the pane's own script: Trident and the first Edge. */
  var isOld = typeof Promise === 'undefined' || !Array.prototype.at || !Object.fromEntries;

  document.addEventListener('DOMContentLoaded', function () {
    var wantsOffice = document.documentElement.getAttribute('data-office') === 'yes';
    if (isOld) return say(ZH_OLD, EN_OLD);
    if (!wantsOffice) return;
    if (!window.Office || !window.Office.onReady) return say(ZH_OFFICE, EN_OFFICE);
    window.Office.onReady(function (info) {
      if (info.host === 'Excel' && !window.Office.context.requirements.isSetSupported('ExcelApi', '1.14')) {
        say(ZH_OLD, EN_OLD);
      }
    });
  });
})();
